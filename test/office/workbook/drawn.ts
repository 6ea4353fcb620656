import { apiNotFound } from '../wire/errors';
import { Collection, Resource } from '../wire/resource';
import { type Area, intersection } from './area';
import type { Book, Recorded } from './book';
import { RangeResource } from './range';
import type { Sheet } from './sheet';

/** What a drawn object can be told: its properties, the methods that are only noted, and its parts. */
interface Shape {
  readonly properties?: readonly string[];
  readonly methods?: readonly string[];
  readonly parts?: Readonly<Record<string, Shape>>;
  /** A list whose members are asked for by position. */
  readonly list?: Shape;
}

const FONT: Shape = { properties: ['Bold', 'Color', 'Italic', 'Name', 'Size', 'Underline'] };
const FILL: Shape = { properties: ['Color'], methods: ['SetSolidColor', 'Clear'] };
const LINE: Shape = { properties: ['Color', 'LineStyle', 'Weight'] };
const TITLE: Shape = {
  properties: ['Text', 'Visible', 'Overlay', 'Position'],
  parts: { Format: { parts: { Font: FONT, Fill: FILL } } },
};
const AXIS: Shape = {
  properties: [
    'CategoryType',
    'DisplayUnit',
    'LogBase',
    'MajorUnit',
    'Maximum',
    'Minimum',
    'MinorUnit',
    'NumberFormat',
    'ScaleType',
    'TickLabelPosition',
    'Visible',
  ],
  methods: ['SetCategoryNames'],
  parts: { Title: TITLE, MajorGridlines: { properties: ['Visible'] }, Format: { parts: { Font: FONT, Line: LINE } } },
};
const SERIES: Shape = {
  properties: ['Name', 'AxisGroup', 'ChartType', 'HasDataLabels', 'MarkerStyle', 'Smooth'],
  methods: ['SetValues', 'SetXAxisValues', 'Delete'],
  parts: { Format: { parts: { Line: LINE, Fill: FILL } } },
};
const CHART: Shape = {
  properties: ['Name', 'ChartType', 'Height', 'Left', 'Top', 'Width', 'DisplayBlanksAs', 'PlotBy', 'Style'],
  methods: ['SetData', 'SetPosition', 'Activate'],
  parts: {
    Title: TITLE,
    Legend: { properties: ['Position', 'Visible', 'Overlay'] },
    Axes: { parts: { ValueAxis: AXIS, CategoryAxis: AXIS } },
    DataLabels: { properties: ['Position', 'ShowValue', 'NumberFormat'] },
    Format: { parts: { Font: FONT, Fill: FILL } },
    Series: { list: SERIES },
  },
};
const RULE_FORMAT: Shape = { parts: { Font: FONT, Fill: FILL } };
const CONDITIONAL_FORMAT: Shape = {
  properties: ['Type', 'Priority', 'StopIfTrue'],
  parts: {
    Custom: { parts: { Format: RULE_FORMAT, Rule: { properties: ['Formula'] } } },
    CellValue: { properties: ['Rule'], parts: { Format: RULE_FORMAT } },
    TextComparison: { properties: ['Rule'], parts: { Format: RULE_FORMAT } },
    DataBar: {
      properties: ['ShowDataBarOnly', 'BarDirection'],
      parts: { PositiveFormat: { properties: ['FillColor', 'GradientFill'] } },
    },
    ColorScale: { properties: ['Criteria'] },
  },
};

/** An object that remembers under its path whatever its shape lets it be told. */
class RecordedPart extends Resource {
  constructor(
    readonly kind: string,
    protected readonly book: Book,
    protected readonly record: Recorded,
    private readonly shape: Shape,
    private readonly path = '',
  ) {
    super();
  }

  override get scalars(): readonly string[] {
    return this.shape.properties ?? [];
  }

  override read(name: string): unknown {
    const part = this.shape.parts?.[name];
    if (part) return this.part(name, part);
    return this.shape.properties?.includes(name)
      ? (this.record.settings.get(this.path + name) ?? null)
      : super.read(name);
  }

  override write(name: string, value: unknown): void {
    if (!this.shape.properties?.includes(name)) throw apiNotFound(`${this.kind}.${name}`);
    this.book.writing(this.record.sheet);
    this.record.settings.set(this.path + name, value);
  }

  override call(name: string, args: readonly unknown[]): unknown {
    if (name === 'GetItemAt' && this.shape.list) return this.part(String(args[0]), this.shape.list);
    if (!this.shape.methods?.includes(name)) return super.call(name, args);
    this.book.writing(this.record.sheet);
    this.record.settings.set(
      this.path + name,
      args.map((arg) => (arg instanceof RangeResource ? arg.Address : arg)),
    );
    return null;
  }

  private part(name: string, shape: Shape): RecordedPart {
    return new RecordedPart(`${this.kind}.${name}`, this.book, this.record, shape, `${this.path}${name}/`);
  }
}

class ChartResource extends RecordedPart {
  constructor(book: Book, record: Recorded) {
    super('Chart', book, record, CHART);
  }
  override get id(): string {
    return this.record.id;
  }
  Delete(): void {
    this.book.writing(this.record.sheet);
    this.book.charts = this.book.charts.filter((chart) => chart !== this.record);
  }
  is(key: string): boolean {
    return key === this.record.id || key === this.record.settings.get('Name');
  }
}

export class ChartsResource extends Collection<ChartResource> {
  readonly kind = 'ChartCollection';

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  items(): readonly ChartResource[] {
    return this.book.charts
      .filter(({ sheet }) => sheet === this.sheet)
      .map((chart) => new ChartResource(this.book, chart));
  }
  matches(chart: ChartResource, key: string): boolean {
    return chart.is(key);
  }
  Add(type: string, source: RangeResource, seriesBy = 'Auto'): ChartResource {
    this.book.writing(this.sheet);
    const settings = new Map<string, unknown>([
      ['ChartType', type],
      ['Name', `Chart ${this.book.charts.length + 1}`],
      ['SetData', [source.Address, seriesBy]],
    ]);
    const chart = { id: this.book.nextId(), sheet: this.sheet, area: source.area, settings };
    this.book.charts.push(chart);
    return new ChartResource(this.book, chart);
  }
}

class ConditionalFormatResource extends RecordedPart {
  constructor(book: Book, record: Recorded) {
    super('ConditionalFormat', book, record, CONDITIONAL_FORMAT);
  }
  override get id(): string {
    return this.record.id;
  }
  Delete(): void {
    this.book.writing(this.record.sheet);
    this.book.conditionalFormats = this.book.conditionalFormats.filter((format) => format !== this.record);
  }
  GetRange(): RangeResource {
    return new RangeResource(this.book, this.record.sheet, this.record.area);
  }
}

export class ConditionalFormatsResource extends Collection<ConditionalFormatResource> {
  readonly kind = 'ConditionalFormatCollection';

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly area: Area,
  ) {
    super();
  }
  items(): readonly ConditionalFormatResource[] {
    return this.mine().map((format) => new ConditionalFormatResource(this.book, format));
  }
  matches(format: ConditionalFormatResource, key: string): boolean {
    return format.id === key;
  }
  Add(type: string): ConditionalFormatResource {
    this.book.writing(this.sheet);
    const format = {
      id: this.book.nextId(),
      sheet: this.sheet,
      area: this.area,
      settings: new Map<string, unknown>([['Type', type]]),
    };
    this.book.conditionalFormats.push(format);
    return new ConditionalFormatResource(this.book, format);
  }
  ClearAll(): void {
    this.book.writing(this.sheet);
    const mine = this.mine();
    this.book.conditionalFormats = this.book.conditionalFormats.filter((format) => !mine.includes(format));
  }
  private mine(): Recorded[] {
    return this.book.conditionalFormats.filter(
      ({ sheet, area }) => sheet === this.sheet && intersection(area, this.area),
    );
  }
}
