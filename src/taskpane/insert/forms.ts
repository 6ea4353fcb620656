import type { Definition } from '../../functions/catalogue/define';
import { definitionOf, seriesOf } from '../../functions/by-id';
import type { Area } from '../../workbook/workbook';
import { addressOf } from '../../formula/references';
import type { Book } from '../../formula/meaning/book';
import { type Argument, formulaText } from './argument';
import { movingCells } from './rows-below';

/** A way to insert: one formula that stays alone, one that spills over the area, or one for each row of it. */
export interface Form {
  readonly kind: 'here' | 'spill' | 'down' | 'rows';
  readonly formula: string;
  readonly area: Area;
}

export function downForm(formula: string, target: Area, rows: number): Form {
  return { kind: 'down', formula, area: { ...target, rows, columns: 1 } };
}

/** One formula over whole columns: every single cell that would move becomes the column of so many rows below it. */
export function spillForm(
  definition: Definition,
  args: readonly Argument[],
  target: Area,
  rows: number,
  book: Book,
): Form | undefined {
  const moving = movingCells(args, target);
  const spread = definition.params.map((param, i) => {
    const area = areaOf(args[i]!);
    const moves = area !== undefined && moving.includes(area) && (param.kind === 'cell' || param.kind === 'date');
    return {
      moves,
      fixed: area !== undefined && moving.includes(area) && !moves,
      text: moves ? reference({ ...area, rows }, book, target) : args[i]!.text,
    };
  });
  if (!spread.some(({ moves }) => moves) || spread.some(({ fixed }) => fixed)) return undefined;
  return {
    kind: 'spill',
    formula: formulaText(
      definition,
      textsOf(
        definition,
        spread.map(({ text }) => text),
      ),
    ),
    area: { ...target, rows, columns: 1 },
  };
}

/** One formula per row in the place of one that spills down: columns become their first cells. */
export function rowsForm(
  definition: Definition,
  args: readonly Argument[],
  target: Area,
  rows: number,
  book: Book,
): Form | undefined {
  const area = { ...target, rows, columns: 1 };
  if (definition.kind === 'running') return anchoredForm(definition, args, area, book);
  if (definition.kind === 'table') return undefined;
  const texts = definition.params.map((param, i) => {
    const range = areaOf(args[i]!);
    if (range === undefined || range.rows * range.columns === 1 || param.kind === 'series') return args[i]!.text;
    return range.columns === 1 && range.rows >= rows ? reference({ ...range, rows: 1 }, book, target) : undefined;
  });
  return texts.includes(undefined)
    ? undefined
    : { kind: 'rows', formula: formulaText(definition, textsOf(definition, texts)), area };
}

/** A series row by row without a chain: the roll over sums that begin at the first day. */
function anchoredForm(definition: Definition, args: readonly Argument[], area: Area, book: Book): Form | undefined {
  const roll = definition.kind === 'running' && definition.roll ? definitionOf(definition.roll) : undefined;
  const ofKind = (isDays: boolean) => args.filter((_, i) => (definition.params[i]!.kind === 'days') === isDays);
  const [opening, ...flows] = ofKind(false).map(areaOf);
  const ordered = ofKind(true).some(({ text }) => text !== '');
  if (!roll || !opening || ordered || flows.some((flow) => flow === undefined || flow.columns > 1)) return undefined;
  const sums = flows.map((flow) => {
    const first = reference({ ...flow!, rows: 1 }, book, area);
    return `SUM(${fixedRow(first)}:${first.replace(/^.*!/, '')})`;
  });
  return {
    kind: 'rows',
    formula: formulaText(roll, textsOf(roll, [fixedRow(reference(opening, book, area)), ...sums])),
    area,
  };
}

/** The series in the place of a roll that would be filled down on its own results. */
export function seriesForm(
  definition: Definition,
  args: readonly Argument[],
  target: Area,
  rows: number,
  book: Book,
): { form: Form; id: string } | undefined {
  const series = seriesOf(definition.id);
  const [opening, ...flows] = args.map(areaOf);
  if (!series || !opening || flows.includes(undefined)) return undefined;
  const texts = [args[0]!.text, ...flows.map((flow) => reference({ ...flow!, rows }, book, target))];
  return {
    id: series.id,
    form: {
      kind: 'spill',
      formula: formulaText(series, textsOf(series, texts)),
      area: { ...target, rows, columns: 1 },
    },
  };
}

function areaOf({ node }: Argument): Area | undefined {
  return node?.kind === 'area' ? node.area : undefined;
}

function reference(area: Area, book: Book, home: Area): string {
  return addressOf(area, book.sheets, home.sheet);
}

function fixedRow(address: string): string {
  return address.replace(/(\d+)$/, '$$$1');
}

function textsOf({ params }: Definition, texts: readonly (string | undefined)[]): Record<string, string | undefined> {
  return Object.fromEntries(params.map(({ name }, i) => [name, texts[i]]));
}
