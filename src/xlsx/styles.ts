import type { Format } from '../workbook/workbook';
import { appended, childOf, childrenOf, type Edit, type Element, parsed, patched, withAttribute } from './elements';
import type { BookPart } from './book-part';
import { builtInFormat, builtInId } from './number-formats';
import type { Package } from './package';
import { bytesOfText, escaped, textOfBytes } from './text';

const FIRST_OWN_FORMAT = 164;
const ALIGNMENTS = { left: 'left', center: 'center', right: 'right' } as const;

/** What a style looks like, as far as the port can say it. */
export interface Look {
  readonly number: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: number | undefined;
  readonly family: string | undefined;
  readonly color: string | undefined;
  readonly fill: string | undefined;
  readonly wrap: boolean;
  readonly align: string | undefined;
}

export type Rule = NonNullable<Format['when']>[number];

/** The styles of a workbook; new ones come behind those that are there. */
export class Styles {
  private readonly formats = new Map<number, string>();
  private readonly xfs: readonly Element[];
  private readonly fonts: readonly Element[];
  private readonly fills: readonly Element[];
  private readonly prefix: string;
  private readonly root: Element;
  private readonly added = {
    numFmts: [] as string[],
    fonts: [] as string[],
    fills: [] as string[],
    cellXfs: [] as string[],
    dxfs: [] as string[],
  };
  private readonly derived = new Map<string, number>();
  private readonly codes: string[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    readonly part: string,
    private readonly theme: readonly string[] = [],
    /** Puts the part into the file where it is not there yet. */
    readonly declare: () => Promise<unknown> = async () => undefined,
  ) {
    this.root = parsed(bytes, part);
    this.prefix = this.root.prefix;
    for (const element of childrenOf(childOf(this.root, 'numFmts'), 'numFmt'))
      this.formats.set(Number(element.attribute('numFmtId')), element.attribute('formatCode') ?? 'General');
    this.xfs = childrenOf(childOf(this.root, 'cellXfs'), 'xf');
    this.fonts = childrenOf(childOf(this.root, 'fonts'), 'font');
    this.fills = childrenOf(childOf(this.root, 'fills'), 'fill');
  }

  get count(): number {
    return this.xfs.length;
  }

  /** The number format of a style. */
  format(style: number): string {
    return (this.codes[style] ??= this.formatOf(Number(this.xfs[style]?.attribute('numFmtId') ?? 0)));
  }

  look(style: number): Look {
    const xf = this.xfs[style];
    const font = this.fonts[Number(xf?.attribute('fontId') ?? 0)];
    const pattern = childOf(this.fills[Number(xf?.attribute('fillId') ?? 0)], 'patternFill');
    const alignment = childOf(xf, 'alignment');
    const size = childOf(font, 'sz')?.attribute('val');
    return {
      number: this.format(style),
      bold: isOn(childOf(font, 'b')),
      italic: isOn(childOf(font, 'i')),
      size: size === undefined ? undefined : Number(size),
      family: childOf(font, 'name')?.attribute('val'),
      color: this.colour(childOf(font, 'color')),
      fill: pattern?.attribute('patternType') === 'solid' ? this.colour(childOf(pattern, 'fgColor')) : undefined,
      wrap: isTrue(alignment?.attribute('wrapText')),
      align: alignment?.attribute('horizontal'),
    };
  }

  /** A style like another one but for what the format says. */
  derive(style: number, format: Omit<Format, 'width' | 'when'>): number {
    const key = `${style} ${JSON.stringify(format)}`;
    const known = this.derived.get(key);
    if (known !== undefined) return known;
    const made = this.xfs.length + this.added.cellXfs.push(this.xfOf(style, format)) - 1;
    this.codes[made] = format.number ?? this.format(style);
    this.derived.set(key, made);
    return made;
  }

  /** A look for cells that a rule colours; gives its number. */
  conditional({ fill, color }: Rule): number {
    const p = this.prefix;
    const count = childrenOf(childOf(this.root, 'dxfs'), 'dxf').length;
    const text =
      `<${p}dxf><${p}font><${p}color rgb="${argb(color)}"/></${p}font>` +
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(fill)}"/>` +
      `<${p}bgColor rgb="${argb(fill)}"/></${p}patternFill></${p}fill></${p}dxf>`;
    const known = this.added.dxfs.indexOf(text);
    return count + (known >= 0 ? known : this.added.dxfs.push(text) - 1);
  }

  /** The part with what was added; undefined where nothing was. */
  saved(): Uint8Array | undefined {
    const edits = (Object.keys(this.added) as (keyof typeof this.added)[]).flatMap((name) => this.listEdits(name));
    return edits.length > 0 ? patched(this.bytes, edits) : undefined;
  }

  private listEdits(name: keyof typeof this.added): Edit[] {
    const texts = this.added[name];
    if (texts.length === 0) return [];
    const list = childOf(this.root, name);
    const p = this.prefix;
    if (list) {
      const count = String(list.children.length + texts.length);
      if (list.end === list.innerEnd)
        return [
          {
            start: list.start,
            end: list.end,
            text: `<${p}${name} count="${count}">${texts.join('')}</${p}${name}>`,
          },
        ];
      return [withAttribute(this.bytes, this.part, list, 'count', count), appended(list, texts.join(''))];
    }
    const before = ORDER.slice(ORDER.indexOf(name) + 1)
      .map((other) => childOf(this.root, other))
      .find((element) => element !== undefined);
    const at = before?.start ?? this.root.innerEnd;
    return [{ start: at, end: at, text: `<${p}${name} count="${texts.length}">${texts.join('')}</${p}${name}>` }];
  }

  private formatOf(id: number): string {
    return this.formats.get(id) ?? builtInFormat(id);
  }

  private xfOf(style: number, { number, bold, color, fill, wrap, align }: Omit<Format, 'width' | 'when'>): string {
    const source = this.xfSource(style);
    const p = this.prefix;
    const attributes = new Map(source.attributes);
    if (number !== undefined) {
      attributes.set('numFmtId', String(this.formatId(number)));
      attributes.set('applyNumberFormat', '1');
    }
    if (bold !== undefined || color !== undefined) {
      attributes.set('fontId', String(this.font(Number(attributes.get('fontId') ?? 0), bold, color)));
      attributes.set('applyFont', '1');
    }
    if (fill !== undefined) {
      attributes.set('fillId', String(this.fill(fill)));
      attributes.set('applyFill', '1');
    }
    let { alignment } = source;
    if (wrap !== undefined || align !== undefined) {
      const changed = new Map(alignment);
      if (wrap !== undefined) changed.set('wrapText', wrap ? '1' : '0');
      if (align !== undefined) changed.set('horizontal', ALIGNMENTS[align]);
      alignment = changed;
      attributes.set('applyAlignment', '1');
    }
    const inner = `${alignment.size > 0 ? `<${p}alignment${printed(alignment)}/>` : ''}${source.others}`;
    return inner === '' ? `<${p}xf${printed(attributes)}/>` : `<${p}xf${printed(attributes)}>${inner}</${p}xf>`;
  }

  private xfSource(style: number) {
    const own = this.added.cellXfs[style - this.xfs.length];
    const [bytes, xf] =
      own === undefined ? [this.bytes, this.xfs[style]] : ((b) => [b, parsed(b, this.part)] as const)(bytesOfText(own));
    const others = (xf?.children ?? []).filter(({ name }) => name !== 'alignment');
    return {
      attributes: xf?.attributes() ?? new Map<string, string>(),
      alignment: childOf(xf, 'alignment')?.attributes() ?? new Map<string, string>(),
      others: others.map(({ start, end }) => textOfBytes(bytes.subarray(start, end))).join(''),
    };
  }

  private formatId(format: string): number {
    const known = builtInId(format) ?? [...this.formats].find(([, code]) => code === format)?.[0];
    if (known !== undefined) return known;
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...this.formats.keys()) + 1;
    this.formats.set(id, format);
    this.added.numFmts.push(`<${this.prefix}numFmt numFmtId="${id}" formatCode="${escaped(format)}"/>`);
    return id;
  }

  /** Elements of a font stand in any order, but Excel writes b and color in this one. */
  private font(id: number, bold: boolean | undefined, color: string | undefined): number {
    const p = this.prefix;
    const own = this.added.fonts[id - this.fonts.length];
    const [bytes, font] =
      own === undefined ? [this.bytes, this.fonts[id]] : ((b) => [b, parsed(b, this.part)] as const)(bytesOfText(own));
    const kept = (font?.children ?? []).filter(
      ({ name }) => !(name === 'b' && bold !== undefined) && !(name === 'color' && color !== undefined),
    );
    const texts = kept.map(({ name, start, end }) => ({ name, text: textOfBytes(bytes.subarray(start, end)) }));
    const at = texts.findIndex(({ name }) => FONT_ORDER.indexOf(name) > FONT_ORDER.indexOf('color'));
    if (color !== undefined)
      texts.splice(at < 0 ? texts.length : at, 0, { name: 'color', text: `<${p}color rgb="${argb(color)}"/>` });
    if (bold) texts.unshift({ name: 'b', text: `<${p}b/>` });
    return this.place('fonts', this.fonts.length, `<${p}font>${texts.map(({ text }) => text).join('')}</${p}font>`);
  }

  private fill(fill: string): number {
    const p = this.prefix;
    return this.place(
      'fills',
      this.fills.length,
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(fill)}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
    );
  }

  private place(list: 'fonts' | 'fills', before: number, text: string): number {
    const known = this.added[list].indexOf(text);
    return before + (known >= 0 ? known : this.added[list].push(text) - 1);
  }

  private colour(element: Element | undefined): string | undefined {
    const rgb = element?.attribute('rgb');
    if (rgb) return `#${rgb.slice(-6).toUpperCase()}`;
    const theme = element?.attribute('theme');
    const base = theme === undefined ? undefined : this.theme[Number(theme)];
    return base && tinted(base, Number(element!.attribute('tint') ?? 0));
  }
}

/** CT_Stylesheet: ECMA-376, 18.8.39. */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
];

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
const isOn = (element: Element | undefined): boolean =>
  element !== undefined && element.attribute('val') !== '0' && element.attribute('val') !== 'false';

const argb = (colour: string): string => `FF${colour.replace('#', '').toUpperCase()}`;

const printed = (attributes: ReadonlyMap<string, string>): string =>
  [...attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');

/** ECMA-376, 18.8.19: towards black where the tint is negative, towards white where it is positive. */
function tinted(colour: string, tint: number): string {
  const parts = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16);
    return Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, '0').toUpperCase()).join('')}`;
}

/** The colours that styles name by number, in the order of that number: light and dark change places. */
export function themeColours(bytes: Uint8Array, part: string): readonly string[] {
  const scheme = childOf(childOf(parsed(bytes, part), 'themeElements'), 'clrScheme');
  const colourOf = (name: string) => {
    const colour = childOf(scheme, name)?.children[0];
    return `#${(colour?.attribute('lastClr') ?? colour?.attribute('val') ?? '000000').slice(-6).toUpperCase()}`;
  };
  return ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'].map(colourOf);
}

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** What a workbook has to say at least. */
const plainStyles = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}">` +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** A workbook without styles gets the plain ones when it needs them. */
export async function openStyles(
  files: Package,
  book: BookPart,
  part: string | undefined,
  theme: string | undefined,
): Promise<Styles> {
  const colours = theme === undefined ? [] : themeColours(await files.read(theme), theme);
  if (part !== undefined) return new Styles(await files.read(part), part, colours);
  const free = `${book.part.replace(/[^/]*$/, '')}styles.xml`;
  const plain = plainStyles(book.namespace);
  return new Styles(bytesOfText(plain), free, colours, async () => {
    if (!files.has(free)) await files.add(book.part, free, 'styles', CONTENT_TYPE, plain);
  });
}
