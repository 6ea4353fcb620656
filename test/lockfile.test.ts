// The lock file must install on Windows, macOS and Linux, from whichever registry a reader uses.
import { packages as locked } from '../package-lock.json';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages = new Map(Object.entries(locked as Record<string, LockedPackage>));

/** Where Node would find `name` from the package at `from`: its own node_modules, then each one further up. */
function find(from: string, name: string): LockedPackage | undefined {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('node_modules')).replace(/\/$/, '')) {
    const found = packages.get(`${folder ? `${folder}/` : ''}node_modules/${name}`);
    if (found || folder === '') return found;
  }
}

const missing = (kind: 'dependencies' | 'optionalDependencies') =>
  [...packages].flatMap(([path, entry]) =>
    Object.keys(entry[kind] ?? {})
      .filter((name) => !find(path, name))
      .map((name) => `${path} → ${name}`),
  );

test('it names no registry', () => {
  expect(packages.size).toBeGreaterThan(100);
  expect([...packages].filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
});

test('every optional package, such as a binary for another system, is locked', () => {
  const optional = [...packages.values()].flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  for (const system of ['win32-x64', 'darwin-arm64', 'linux-x64']) {
    expect([system, optional.some((name) => name.includes(system))]).toEqual([system, true]);
  }
  expect(missing('optionalDependencies')).toEqual([]);
});

test('every needed package is locked', () => {
  expect(missing('dependencies')).toEqual([]);
});
