import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Zip } from '../xlsx/zip';
import { listedIn } from './licences';
import { ROOT } from './manifest';

/** What `npm sbom` writes, as far as it is read here: https://cyclonedx.org/docs/1.5/json/ */
interface Bill {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { name: string; type: string; 'bom-ref': string } };
  components: readonly { readonly 'bom-ref': string; readonly licenses?: readonly unknown[] }[];
  dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/**
 * The files of a release: the built files in a folder named after their version, as a zip, its SHA-256, and the list of
 * the packages in it. The same build gives the same bytes.
 */
export async function releaseFiles(dist: string, name: string, version: string): Promise<Map<string, Uint8Array>> {
  const bill = Buffer.from(`${JSON.stringify(billOf(dist, name), null, 2)}\n`);
  const zip = Zip.empty();
  for (const path of filesBelow(dist)) zip.write(`${version}/${path}`, readFileSync(join(dist, path)));
  zip.write(`${version}/sbom.cdx.json`, bill);
  const bytes = await zip.save();
  const archive = `${name}-${version}.zip`;
  const sum = createHash('sha256').update(bytes).digest('hex');
  return new Map([
    [archive, bytes],
    [`${archive}.sha256`, Buffer.from(`${sum}  ${archive}\n`)],
    [`${name}-${version}.cdx.json`, bill],
  ]);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** npm's own software bill of materials, less all that is no part of the built files. */
function billOf(dist: string, name: string): Bill {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
    // npm is a script there.
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  const bill = JSON.parse(stdout) as Bill;
  const built = listedIn(readFileSync(join(dist, 'licences.txt'), 'utf8'));
  const components = bill.components
    .filter((component) => built.has(component['bom-ref']))
    // To npm they are what the build needs; here they are what is delivered. Some say their licence in its text alone.
    .map((component) => ({
      ...component,
      scope: 'required',
      properties: [],
      licenses: component.licenses ?? [{ license: { id: built.get(component['bom-ref'])! } }],
    }));
  if (components.length !== built.size)
    throw new Error(`The lock file knows ${components.length} of the ${built.size} packages in dist/licences.txt.`);
  const own = bill.metadata.component;
  const dependencies = bill.dependencies
    .filter(({ ref }) => built.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => built.has(other)) }));
  // Neither the moment nor a number of its own, so that two builds can be compared.
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  return {
    ...bill,
    metadata: { ...bill.metadata, component: { ...own, name, type: 'application' } },
    components,
    dependencies: [{ ref: own['bom-ref'], dependsOn: [...built.keys()].sort() }, ...dependencies],
  };
}
