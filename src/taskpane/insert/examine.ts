import type { Fault } from '../../cells/fault';
import type { Definition } from '../../functions/catalogue/define';
import { movesDown } from '../../formula/references';
import { operandsOf, treeOf } from '../../formula/text';
import type { Area, Workbook } from '../../workbook/workbook';
import { readCells, type Rows } from '../../formula/meaning/cells';
import { call, evaluate, plainly } from '../../formula/meaning/evaluate';
import { parseFormula } from '../../formula/meaning/parse';
import { bookOf, type Book } from '../../formula/meaning/book';
import { contains } from '../../workbook/area';
import { unknownWord } from '../../formula/meaning/unknown-word';
import { type Argument, argumentText, formulaText } from './argument';
import { obstacleOf, type Obstacle } from './obstacle';
import { downForm, rowsForm, seriesForm, spillForm, type Form } from './forms';
import { rowsBelow } from './rows-below';

export interface Draft {
  readonly definition: Definition;
  /** What was typed or taken for each parameter. */
  readonly typed: Readonly<Record<string, string>>;
  readonly target: Area;
}

/** What would happen if the draft were inserted. */
export interface Examination {
  readonly formula: string;
  /** The parameters that are not filled in yet. */
  readonly missing: readonly string[];
  /** The parameter whose text is no formula. */
  readonly wrong?: string;
  /** The word in it that means nothing, where that is why. */
  readonly unknown?: string;
  /** What it comes to; undefined where the sheet has to work it out. */
  readonly result?: readonly (readonly (number | string | Fault)[])[];
  /** The ways to insert it that are open. */
  readonly forms: readonly Form[];
  readonly obstacle?: Obstacle;
  /** A fill-down would be a chain of so many levels; this is the series that isn't. */
  readonly chain?: { readonly levels: number; readonly form: Form; readonly id: string };
  /** The target is one of the arguments' own cells. */
  readonly circular: boolean;
  readonly replaces: boolean;
}

export async function examine(workbook: Workbook, { definition, typed, target }: Draft): Promise<Examination> {
  const book = await bookOf(workbook, target.sheet);
  const args = definition.params.map((param): Argument => {
    const text = argumentText(param, typed[param.name] ?? '');
    return { name: param.name, text, node: isArgument(text) ? parseFormula(text, book, target) : undefined };
  });
  const formula = formulaText(definition, Object.fromEntries(args.map(({ name, text }) => [name, text])));
  const missing = definition.params
    .filter(({ optional }, i) => !optional && args[i]!.text === '')
    .map(({ name }) => name);
  const nothing = { formula, missing, forms: [], circular: false, replaces: false };
  for (const { name, text, node } of args) {
    if (text === '') continue;
    const unknown = node && unknownWord(text, book, target);
    if (!node || unknown !== undefined) return { ...nothing, wrong: name, ...(unknown !== undefined && { unknown }) };
  }
  if (missing.length > 0) return nothing;

  const cells = await readCells(
    workbook,
    args.map(({ node }) => node),
  );
  const values = args.map(({ node }) => evaluate(node, plainly(cells)));
  const known = values.every((value) => value !== undefined);
  const result = known ? call(definition, values as Rows[]) : undefined;
  const circular = args.some(({ node }) => node?.kind === 'area' && contains(node.area, target));
  const replaces = (await workbook.read(target)).formulas[0]![0] !== '';
  const base = { formula, missing: [], ...(result && { result }), circular, replaces };
  return circular
    ? { ...base, forms: [] }
    : { ...base, ...(await waysIn(workbook, book, definition, args, target, formula, result)) };
}

/** One argument: a comma that stands in no parenthesis would make it two. */
function isArgument(text: string): boolean {
  const tree = treeOf(`=N(${text})`);
  return tree !== undefined && operandsOf(tree).length === 1;
}

async function waysIn(
  workbook: Workbook,
  book: Book,
  definition: Definition,
  args: readonly Argument[],
  target: Area,
  formula: string,
  result: Examination['result'],
): Promise<Pick<Examination, 'forms' | 'obstacle' | 'chain'>> {
  const size = { rows: result?.length ?? 1, columns: result?.[0]?.length ?? 1 };
  const here: Form = { kind: 'here', formula, area: { ...target, ...size } };
  if (size.rows * size.columns > 1) {
    const obstacle = await obstacleOf(workbook, book, here.area);
    const rows = rowsForm(definition, args, target, size.rows, book);
    return obstacle
      ? { obstacle, forms: rows ? [rows] : [] }
      : { forms: [{ ...here, kind: 'spill' }, ...(rows ? [rows] : [])] };
  }
  const rows = await rowsBelow(workbook, args, target);
  if (rows < 2) return { forms: [here] };
  const down = downForm(formula, target, rows);
  const chained = args.some(({ node, text }) => node?.kind === 'area' && movesDown(text) && isAbove(node.area, target));
  const series = chained ? seriesForm(definition, args, target, rows, book) : undefined;
  const spill = chained ? undefined : spillForm(definition, args, target, rows, book);
  const obstacle = spill && (await obstacleOf(workbook, book, spill.area));
  return {
    forms: [here, down, ...(spill && !obstacle ? [spill] : [])],
    ...(spill && obstacle && { obstacle }),
    ...(series && { chain: { levels: rows, form: series.form, id: series.id } }),
  };
}

function isAbove(area: Area, target: Area): boolean {
  return (
    area.sheet === target.sheet &&
    area.column === target.column &&
    area.row === target.row - 1 &&
    area.rows === 1 &&
    area.columns === 1
  );
}
