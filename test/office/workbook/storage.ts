import { invalidArgument, itemNotFound } from '../wire/errors';
import { Collection, Resource } from '../wire/resource';
import type { Book } from './book';

class SettingResource extends Resource {
  readonly kind = 'Setting';

  constructor(
    private readonly book: Book,
    private readonly key: string,
  ) {
    super();
  }
  override get id(): string {
    return this.key;
  }
  override get scalars(): readonly string[] {
    return ['Key', 'Value'];
  }
  get Key(): string {
    return this.key;
  }
  get Value(): unknown {
    return this.book.settings.get(this.key);
  }
  set Value(value: unknown) {
    this.book.writing(undefined);
    this.book.settings.set(this.key, value);
  }
  Delete(): void {
    this.book.writing(undefined);
    this.book.settings.delete(this.key);
  }
}

/** Settings stored in the workbook; keys are told apart by case. */
export class SettingsResource extends Collection<SettingResource> {
  readonly kind = 'SettingCollection';

  constructor(private readonly book: Book) {
    super();
  }
  items(): readonly SettingResource[] {
    return [...this.book.settings.keys()].map((key) => new SettingResource(this.book, key));
  }
  matches(setting: SettingResource, key: string): boolean {
    return setting.Key === key;
  }
  Add(key: string, value: unknown): SettingResource {
    this.book.writing(undefined);
    this.book.settings.set(key, value);
    return new SettingResource(this.book, key);
  }
}

class XmlPartResource extends Resource {
  readonly kind = 'CustomXmlPart';

  constructor(
    private readonly book: Book,
    private readonly partId: string,
  ) {
    super();
  }
  override get id(): string {
    return this.partId;
  }
  override get scalars(): readonly string[] {
    return ['Id', 'NamespaceUri'];
  }
  get Id(): string {
    return this.partId;
  }
  get NamespaceUri(): string {
    return namespaceOf(this.GetXml());
  }
  GetXml(): string {
    const xml = this.book.xmlParts.get(this.partId);
    if (xml === undefined) throw itemNotFound(`XML part ${this.partId}`);
    return xml;
  }
  SetXml(xml: string): void {
    this.book.writing(undefined);
    this.book.xmlParts.set(this.partId, wellFormed(xml));
  }
  Delete(): void {
    this.book.writing(undefined);
    this.book.xmlParts.delete(this.partId);
  }
}

/** The XML parts of a workbook, or those of one namespace. */
export class XmlPartsResource extends Collection<XmlPartResource> {
  readonly kind = 'CustomXmlPartCollection';

  constructor(
    private readonly book: Book,
    private readonly namespace: string | null = null,
  ) {
    super();
  }
  items(): readonly XmlPartResource[] {
    return [...this.book.xmlParts]
      .filter(([, xml]) => this.namespace === null || namespaceOf(xml) === this.namespace)
      .map(([id]) => new XmlPartResource(this.book, id));
  }
  matches(part: XmlPartResource, key: string): boolean {
    return part.id === key;
  }
  Add(xml: string): XmlPartResource {
    this.book.writing(undefined);
    const id = this.book.nextId();
    this.book.xmlParts.set(id, wellFormed(xml));
    return new XmlPartResource(this.book, id);
  }
  GetByNamespace(namespace: string): XmlPartsResource {
    return new XmlPartsResource(this.book, namespace);
  }
  GetOnlyItemOrNullObject(): XmlPartResource | null {
    const parts = this.items();
    return parts.length === 1 ? parts[0]! : null;
  }
  GetOnlyItem(): XmlPartResource {
    const part = this.GetOnlyItemOrNullObject();
    if (!part) throw invalidArgument(`There are ${this.items().length} XML parts, not one.`);
    return part;
  }
}

const ROOT = /^\s*(?:<\?xml[^>]*\?>\s*)?<([\w.:-]+)([^>]*?)(\/?)>/;

function namespaceOf(xml: string): string {
  return /\sxmlns="([^"]*)"/.exec(ROOT.exec(xml)?.[2] ?? '')?.[1] ?? '';
}

/** Excel refuses text that is no XML document; the root element is looked at, not the rest. */
function wellFormed(xml: string): string {
  const root = ROOT.exec(xml);
  if (!root || (root[3] !== '/' && !xml.trimEnd().endsWith(`</${root[1]}>`)))
    throw invalidArgument('The XML is not well formed.');
  return xml;
}
