import { appended, childrenOf, type Element, parsed, patched } from './elements';
import { Refusal } from './refusal';
import { bytesOfText, checkEncoding, escaped } from './text';
import { Zip } from './zip';

export interface Relationship {
  readonly id: string;
  /** The last word of its type, which is the same in files of either kind: `worksheet`, `styles`. */
  readonly type: string;
  /** The part, or the address where it lies outside. */
  readonly target: string;
  readonly external: boolean;
}

const TYPES = '[Content_Types].xml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const DEFAULTS =
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook file, how they refer to each other, and what they are. */
export class Package {
  private constructor(
    private readonly zip: Zip,
    /** Strict files name the types of relationships in another way. */
    private readonly schema: string,
  ) {}

  static async open(bytes: Uint8Array): Promise<Package> {
    const zip = Zip.open(bytes);
    if (!zip.has(TYPES)) throw new Refusal('not_a_workbook');
    const { root } = await new Package(zip, OFFICE).xml('_rels/.rels');
    const main = childrenOf(root, 'Relationship')
      .map((element) => element.attribute('Type') ?? '')
      .find((type) => type.endsWith('/officeDocument'));
    return new Package(zip, main?.replace(/\/officeDocument$/, '') ?? OFFICE);
  }

  static empty(): Package {
    const zip = Zip.empty();
    zip.write(TYPES, bytesOfText(`${DECLARATION}<Types xmlns="${CONTENT_TYPES}">${DEFAULTS}</Types>`));
    return new Package(zip, OFFICE);
  }

  names(): readonly string[] {
    return this.zip.names();
  }

  has(part: string): boolean {
    return this.zip.has(part);
  }

  async read(part: string): Promise<Uint8Array> {
    const bytes = await this.zip.read(part);
    checkEncoding(bytes, part);
    return bytes;
  }

  async xml(part: string): Promise<{ readonly bytes: Uint8Array; readonly root: Element }> {
    const bytes = await this.read(part);
    return { bytes, root: parsed(bytes, part) };
  }

  write(part: string, content: Uint8Array | string): void {
    this.zip.write(part, typeof content === 'string' ? bytesOfText(content) : content);
  }

  /** Takes a part out, with what it says of others. */
  async remove(part: string): Promise<void> {
    this.zip.remove(part);
    if (this.has(relationshipsOf(part))) this.zip.remove(relationshipsOf(part));
    const { bytes, root } = await this.xml(TYPES);
    const edits = childrenOf(root, 'Override')
      .filter((override) => isSamePart(override.attribute('PartName') ?? '', part))
      .map(({ start, end }) => ({ start, end, text: '' }));
    if (edits.length > 0) this.write(TYPES, patched(bytes, edits));
  }

  save(): Promise<Uint8Array> {
    return this.zip.save();
  }

  /** What a part refers to; the package itself is ''. */
  async relationships(part: string): Promise<readonly Relationship[]> {
    const name = relationshipsOf(part);
    if (!this.has(name)) return [];
    const { root } = await this.xml(name);
    return childrenOf(root, 'Relationship').map((element) => {
      const external = element.attribute('TargetMode') === 'External';
      const target = element.attribute('Target') ?? '';
      return {
        id: element.attribute('Id') ?? '',
        type: (element.attribute('Type') ?? '').replace(/^.*\//, ''),
        target: external ? target : resolved(part, target),
        external,
      };
    });
  }

  /** Adds a part that another refers to; gives the relationship's id. */
  async add(
    from: string,
    part: string,
    type: string,
    contentType: string,
    content: string | Uint8Array,
  ): Promise<string> {
    this.write(part, content);
    await this.declare(part, contentType);
    return this.relate(from, part, type);
  }

  async relate(from: string, part: string, type: string): Promise<string> {
    const name = relationshipsOf(from);
    if (!this.has(name)) this.write(name, `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`);
    const { bytes, root } = await this.xml(name);
    const taken = new Set(childrenOf(root, 'Relationship').map((element) => element.attribute('Id')));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const schema = type.includes('/') ? type : `${this.schema}/${type}`;
    const text = `<${root.prefix}Relationship Id="${id}" Type="${schema}" Target="/${escaped(part)}"/>`;
    this.write(name, patched(bytes, [appended(root, text)]));
    return id;
  }

  async unrelate(from: string, part: string): Promise<void> {
    const name = relationshipsOf(from);
    const { bytes, root } = await this.xml(name);
    const edits = childrenOf(root, 'Relationship')
      .filter((element) => isSamePart(resolved(from, element.attribute('Target') ?? ''), part))
      .map(({ start, end }) => ({ start, end, text: '' }));
    this.write(name, patched(bytes, edits));
  }

  /** A part's name that no other has: `xl/worksheets/sheet3.xml`. */
  freePart(stem: string, ending = '.xml'): string {
    for (let number = 1; ; number++) if (!this.has(`${stem}${number}${ending}`)) return `${stem}${number}${ending}`;
  }

  private async declare(part: string, contentType: string): Promise<void> {
    const { bytes, root } = await this.xml(TYPES);
    const there = childrenOf(root, 'Override').some((one) => isSamePart(one.attribute('PartName') ?? '', part));
    if (there) return;
    const text = `<${root.prefix}Override PartName="/${escaped(part)}" ContentType="${contentType}"/>`;
    this.write(TYPES, patched(bytes, [appended(root, text)]));
  }

  /** What the package says a part is. */
  async contentType(part: string): Promise<string> {
    const { root } = await this.xml(TYPES);
    const own = childrenOf(root, 'Override').find((one) => isSamePart(one.attribute('PartName') ?? '', part));
    return own?.attribute('ContentType') ?? '';
  }
}

const isSamePart = (name: string, part: string): boolean =>
  name.replace(/^\//, '').toLowerCase() === part.replace(/^\//, '').toLowerCase();

const relationshipsOf = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

/** A target as seen from the part that names it. */
function resolved(from: string, target: string): string {
  const path = target.replace(/\\/g, '/').replace(/#.*$/, '');
  if (path.startsWith('/')) return path.slice(1);
  const folders = from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}
