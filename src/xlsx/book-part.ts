import { appended, childOf, childrenOf, type Edit, type Element, patched, parsed, withAttribute } from './elements';
import type { Package } from './package';
import { Refusal } from './refusal';
import { shownFormula } from './stored-formula';
import { escaped } from './text';

export interface SheetEntry {
  readonly name: string;
  /** The number by which other parts name it. */
  readonly number: number;
  readonly relationship: string;
  readonly hidden: boolean;
}

export interface NameEntry {
  readonly name: string;
  /** Without =. */
  readonly formula: string;
  /** The place of the sheet that it belongs to. */
  readonly sheet: number | undefined;
  readonly comment: string | undefined;
}

const MAIN =
  /^(?:application\/vnd\.(?:openxmlformats-officedocument\.spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template|addin)\.macroEnabled)\.main\+xml)$/;
const BINARY = /binary/i;

/** The part that lists the sheets and the names. Each edit gives a new part. */
export class BookPart {
  private readonly root: Element;

  constructor(
    readonly part: string,
    readonly bytes: Uint8Array,
  ) {
    this.root = parsed(bytes, part);
    if (this.root.name !== 'workbook') throw new Refusal('not_a_workbook');
  }

  static async of(files: Package): Promise<BookPart> {
    const main = (await files.relationships('')).find(({ type }) => type === 'officeDocument')?.target;
    if (main === undefined || !files.has(main)) throw new Refusal('not_a_workbook');
    const type = await files.contentType(main);
    if (BINARY.test(type) || main.endsWith('.bin')) throw new Refusal('binary_format');
    if (type !== '' && !MAIN.test(type)) throw new Refusal('not_a_workbook');
    return new BookPart(main, await files.read(main));
  }

  /** The namespace that its sheets are in, too. */
  get namespace(): string {
    const { prefix } = this.root;
    return this.root.attribute(prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`) ?? '';
  }

  /** Whether days count from 1904-01-01. */
  get from1904(): boolean {
    return ['1', 'true'].includes(childOf(this.root, 'workbookPr')?.attribute('date1904') ?? '');
  }

  get isProtected(): boolean {
    return ['1', 'true'].includes(childOf(this.root, 'workbookProtection')?.attribute('lockStructure') ?? '');
  }

  sheets(): readonly SheetEntry[] {
    return this.entries().map((element) => ({
      name: element.attribute('name') ?? '',
      number: Number(element.attribute('sheetId')),
      relationship: element.attribute('*:id') ?? '',
      hidden: (element.attribute('state') ?? 'visible') !== 'visible',
    }));
  }

  names(): readonly NameEntry[] {
    return this.definedNames()
      .filter((element) => !['1', 'true'].includes(element.attribute('hidden') ?? ''))
      .map((element) => {
        const sheet = element.attribute('localSheetId');
        return {
          name: (element.attribute('name') ?? '').replace(/^_xlnm\./, ''),
          formula: shownFormula(element.text().trim()),
          sheet: sheet === undefined ? undefined : Number(sheet),
          comment: element.attribute('comment'),
        };
      });
  }

  /** One more sheet at a place; what counts sheets by their place counts on. */
  withSheet(place: number, name: string, relationship: string): BookPart {
    const entries = this.entries();
    const number = Math.max(0, ...entries.map((element) => Number(element.attribute('sheetId')))) + 1;
    const list = childOf(this.root, 'sheets')!;
    const sample = entries[0];
    const idName = [...(sample?.attributes().keys() ?? [])].find((key) => /:id$/.test(key)) ?? 'r:id';
    const text = `<${list.prefix}sheet name="${escaped(name)}" sheetId="${number}" ${idName}="${relationship}"/>`;
    const next = entries[place];
    const insertion: Edit = next ? { start: next.start, end: next.start, text } : appended(list, text);
    return this.edited([insertion, ...this.renumbered((index) => (index >= place ? index + 1 : index))]);
  }

  withoutSheet(place: number): BookPart {
    const { start, end } = this.entries()[place]!;
    return this.edited([
      { start, end, text: '' },
      ...this.renumbered((index) => (index === place ? undefined : index > place ? index - 1 : index)),
    ]);
  }

  /** A name for the whole workbook or for one sheet. */
  withName(name: string, stored: string, sheet?: number, comment?: string): BookPart {
    const p = this.root.prefix;
    const scope = sheet === undefined ? '' : ` localSheetId="${sheet}"`;
    const said = comment === undefined ? '' : ` comment="${escaped(comment)}"`;
    const text = `<${p}definedName name="${escaped(name)}"${said}${scope}>${escaped(stored)}</${p}definedName>`;
    const list = childOf(this.root, 'definedNames');
    if (list) return this.edited([appended(list, text)]);
    const at = [childOf(this.root, 'externalReferences'), childOf(this.root, 'sheets')].find((one) => one)!.end;
    return this.edited([{ start: at, end: at, text: `<${p}definedNames>${text}</${p}definedNames>` }]);
  }

  /** Without a name of the whole workbook, hidden ones too. */
  withoutName(name: string): BookPart {
    const gone = this.definedNames().filter(
      (element) =>
        element.attribute('localSheetId') === undefined &&
        element.attribute('name')?.toLowerCase() === name.toLowerCase(),
    );
    if (gone.length === 0) return this;
    // Excel refuses a list that is empty.
    const list = childOf(this.root, 'definedNames')!;
    const cut = gone.length === this.definedNames().length ? [list] : gone;
    return this.edited(cut.map(({ start, end }) => ({ start, end, text: '' })));
  }

  /** Has everything calculated anew when it is opened. */
  withFullCalculation(): BookPart {
    const p = this.root.prefix;
    const properties = childOf(this.root, 'calcPr');
    if (properties) return this.edited([withAttribute(this.bytes, this.part, properties, 'fullCalcOnLoad', '1')]);
    const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets']
      .map((name) => childOf(this.root, name))
      .find((element) => element !== undefined)!;
    return this.edited([{ start: before.end, end: before.end, text: `<${p}calcPr fullCalcOnLoad="1"/>` }]);
  }

  private renumbered(moved: (index: number) => number | undefined): Edit[] {
    const names = this.definedNames().flatMap((element): Edit[] => {
      const own = element.attribute('localSheetId');
      const to = own === undefined ? undefined : moved(Number(own));
      if (own === undefined || to === Number(own)) return [];
      if (to === undefined) return [{ start: element.start, end: element.end, text: '' }];
      return [withAttribute(this.bytes, this.part, element, 'localSheetId', String(to))];
    });
    const views = childrenOf(childOf(this.root, 'bookViews'), 'workbookView').flatMap((element) =>
      ['activeTab', 'firstSheet'].flatMap((name): Edit[] => {
        const own = element.attribute(name);
        const to = own === undefined ? undefined : (moved(Number(own)) ?? 0);
        return to === undefined || to === Number(own)
          ? []
          : [withAttribute(this.bytes, this.part, element, name, String(to))];
      }),
    );
    return [...names, ...views];
  }

  private entries(): readonly Element[] {
    return childrenOf(childOf(this.root, 'sheets'), 'sheet');
  }

  private definedNames(): readonly Element[] {
    return childrenOf(childOf(this.root, 'definedNames'), 'definedName');
  }

  private edited(edits: readonly Edit[]): BookPart {
    return new BookPart(this.part, patched(this.bytes, edits));
  }
}
