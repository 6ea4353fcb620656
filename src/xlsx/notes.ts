import { latestWriting, namespaceOf, partsOf, textOf } from '../workbook/xml-notes';
import { parsed } from './elements';
import type { Package } from './package';
import { textOfBytes } from './text';

const PROPERTIES = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const SCHEMA = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n';

/** Texts that travel in a workbook, in the parts where Excel keeps custom XML. */
export class Notes {
  private readonly written = new Map<string, string | undefined>();

  constructor(
    private readonly files: Package,
    private readonly book: string,
  ) {}

  async read(key: string): Promise<string | undefined> {
    if (this.written.has(key)) return this.written.get(key);
    return textOf((await this.partsOf(key)).map(({ xml }) => xml));
  }

  write(key: string, text: string | undefined): void {
    this.written.set(key, text);
  }

  /** Puts what was written into the file; what is there already stays as it is. */
  async save(): Promise<void> {
    for (const [key, text] of this.written) {
      const before = await this.partsOf(key);
      const xmls = before.map(({ xml }) => xml);
      if (textOf(xmls) === text) continue;
      const writing = latestWriting(xmls) + 1;
      for (const { part } of before) await this.remove(part);
      for (const xml of text === undefined ? [] : partsOf(key, text, writing)) await this.add(key, xml);
    }
    this.written.clear();
  }

  private async partsOf(key: string): Promise<readonly { readonly part: string; readonly xml: string }[]> {
    const found: { part: string; xml: string }[] = [];
    for (const { type, target } of await this.files.relationships(this.book)) {
      if (type !== 'customXml' || !this.files.has(target)) continue;
      const bytes = await this.files.read(target).catch(() => undefined);
      if (bytes && isOf(bytes, target, namespaceOf(key))) found.push({ part: target, xml: textOfBytes(bytes) });
    }
    return found;
  }

  private async add(key: string, xml: string): Promise<void> {
    const { files } = this;
    const part = files.freePart('customXml/item');
    files.write(part, DECLARATION + xml);
    await files.relate(this.book, part, 'customXml');
    const properties =
      `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ` +
      `ds:itemID="{${crypto.randomUUID().toUpperCase()}}" xmlns:ds="${SCHEMA}"><ds:schemaRefs>` +
      `<ds:schemaRef ds:uri="${namespaceOf(key)}"/></ds:schemaRefs></ds:datastoreItem>`;
    await files.add(part, files.freePart('customXml/itemProps'), 'customXmlProps', PROPERTIES, properties);
  }

  private async remove(part: string): Promise<void> {
    for (const { type, target } of await this.files.relationships(part))
      if (type === 'customXmlProps') await this.files.remove(target);
    await this.files.unrelate(this.book, part);
    await this.files.remove(part);
  }
}

/** What others keep beside ours may be anything. */
function isOf(bytes: Uint8Array, part: string, namespace: string): boolean {
  try {
    const root = parsed(bytes, part);
    return root.attribute(root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`) === namespace;
  } catch {
    return false;
  }
}
