import { apiNotFound } from '../wire/errors';
import { Resource } from '../wire/resource';
import type { Area } from './area';
import type { Book } from './book';
import type { Sheet } from './sheet';

/** The parts of a range's format and the properties they have. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  Fill: ['Color', 'Pattern', 'TintAndShade'],
  Font: ['Bold', 'Color', 'Italic', 'Name', 'Size', 'Strikethrough', 'Underline'],
  Protection: ['Locked', 'FormulaHidden'],
};
const OWN = [
  'ColumnWidth',
  'HorizontalAlignment',
  'IndentLevel',
  'RowHeight',
  'ShrinkToFit',
  'VerticalAlignment',
  'WrapText',
];
const BORDERS = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];

/** One group of formatting properties of a range; each is remembered as a layer of the sheet. */
class FormatPart extends Resource {
  constructor(
    readonly kind: string,
    private readonly path: string,
    private readonly properties: readonly string[],
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly area: Area,
  ) {
    super();
  }

  override get scalars(): readonly string[] {
    return this.properties;
  }

  override read(name: string): unknown {
    return this.known(name) ? this.sheet.format(this.path + name).uniform(this.area) : super.read(name);
  }

  override write(name: string, value: unknown): void {
    if (!this.known(name)) throw apiNotFound(`${this.kind}.${name}`);
    this.book.setFormat(this.sheet, this.area, this.path + name, value);
  }

  Clear(): void {
    for (const name of this.properties) this.book.setFormat(this.sheet, this.area, this.path + name, null);
  }

  private known(name: string): boolean {
    return this.properties.includes(name);
  }
}

export class RangeFormatResource extends FormatPart {
  constructor(
    private readonly of: Book,
    private readonly on: Sheet,
    private readonly range: Area,
  ) {
    super('RangeFormat', '', OWN, of, on, range);
  }

  override read(name: string): unknown {
    const properties = PARTS[name];
    if (properties) return new FormatPart(`Range${name}`, `${name}/`, properties, this.of, this.on, this.range);
    return name === 'Borders' ? new Borders(this.of, this.on, this.range) : super.read(name);
  }

  AutofitColumns(): void {
    this.of.setFormat(this.on, this.range, 'ColumnWidth', 'autofit');
  }
  AutofitRows(): void {
    this.of.setFormat(this.on, this.range, 'RowHeight', 'autofit');
  }
}

class Borders extends Resource {
  readonly kind = 'RangeBorderCollection';

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly area: Area,
  ) {
    super();
  }

  GetItem(edge: string): Resource {
    if (!BORDERS.includes(edge)) throw apiNotFound(`the border ${edge}`);
    return new FormatPart(
      'RangeBorder',
      `Borders/${edge}/`,
      ['Color', 'Style', 'Weight'],
      this.book,
      this.sheet,
      this.area,
    );
  }
}
