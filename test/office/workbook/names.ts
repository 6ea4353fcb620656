import { invalidArgument } from '../wire/errors';
import { Collection, Resource, sameWord } from '../wire/resource';
import type { Book, DefinedName } from './book';
import { parseReference, printReference } from './area';
import { RangeResource } from './range';
import type { Sheet } from './sheet';

class NameResource extends Resource {
  readonly kind = 'NamedItem';

  constructor(
    private readonly book: Book,
    readonly name: DefinedName,
  ) {
    super();
  }
  override get id(): string {
    return this.name.name;
  }
  override get scalars(): readonly string[] {
    return ['Name', 'Comment', 'Formula', 'Scope', 'Type', 'Value', 'Visible'];
  }
  get Name(): string {
    return this.name.name;
  }
  get Comment(): string {
    return this.name.comment;
  }
  set Comment(comment: string) {
    this.book.writing(undefined);
    this.name.comment = comment;
  }
  get Formula(): string {
    return this.name.formula;
  }
  set Formula(formula: string) {
    this.book.changeName(this.name, formula);
  }
  get Scope(): string {
    return this.name.sheet ? 'Worksheet' : 'Workbook';
  }
  get Type(): string {
    return this.reference() ? 'Range' : 'String';
  }
  get Value(): string {
    return this.name.formula.replace(/^=/, '');
  }
  get Visible(): boolean {
    return this.name.visible;
  }
  set Visible(visible: boolean) {
    this.book.writing(undefined);
    this.name.visible = visible;
  }
  GetRange(): RangeResource {
    const range = this.GetRangeOrNullObject();
    if (!range) throw invalidArgument(`${this.name.name} is not the name of a range.`);
    return range;
  }
  GetRangeOrNullObject(): RangeResource | null {
    if (!this.reference()) return null;
    const { sheet, area } = this.book.locate(this.Value);
    return new RangeResource(this.book, sheet, area);
  }
  Delete(): void {
    this.book.deleteName(this.name);
  }
  private reference(): boolean {
    return parseReference(this.Value) !== null;
  }
}

/** The names of a workbook, or those of one sheet. */
export class NamesResource extends Collection<NameResource> {
  readonly kind = 'NamedItemCollection';

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet | null,
  ) {
    super();
  }
  items(): readonly NameResource[] {
    return this.book.names.filter(({ sheet }) => sheet === this.sheet).map((name) => new NameResource(this.book, name));
  }
  matches({ name }: NameResource, key: string): boolean {
    return sameWord(name.name, key);
  }
  Add(name: string, reference: RangeResource | string, comment = ''): NameResource {
    const formula = typeof reference === 'string' ? reference : `=${absolute(reference)}`;
    return new NameResource(this.book, this.book.addName(name, formula, comment, this.sheet));
  }
}

function absolute({ area, sheet }: RangeResource): string {
  const text = printReference(area, sheet.name);
  const cells = text.slice(text.lastIndexOf('!') + 1);
  return text.slice(0, text.length - cells.length) + cells.replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
}
