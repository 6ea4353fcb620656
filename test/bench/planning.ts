/** `planning.ts <plan|read|both> <filled|different>`: milliseconds of processor time, each time with texts of its own, as JSON: of one of them, new to the process, or of both by turns once the engine knows them. */
import { parse, tokenize } from '@borgar/fx';
import { planOf } from '../../src/share/plan';
import type { Snapshot } from '../../src/share/reading/snapshot';
import type { CellValue } from '../../src/workbook/workbook';
import { byTurns, processorTime } from './measure';

const FORMULAS = 2_000;

/** Words by which two formulas of the same function are not alike. */
const FUNCTIONS = ['MARGIN_BALANCE', 'FINANCING_NET_PURCHASE', 'LENDING_NET_SOLD', 'PURCHASE_REPAYMENT_RATIO'];

const TEXTS: Readonly<Record<string, (row: number) => string>> = {
  filled: (row) => `=RZRQ.MARGIN_BALANCE(A${row},B${row})`,
  different: (row) => `=RZRQ.${FUNCTIONS[row % FUNCTIONS.length]!}(A${row}*${row},B${row})+${row}`,
};

/** A column of formulas beside their figures. */
function filled(firstRow: number, text: (row: number) => string): Snapshot {
  const rows = <T extends CellValue>(of: (row: number) => T[]) =>
    Array.from({ length: FORMULAS }, (_, i) => of(firstRow + i));
  const sheet = { id: 'sheet', name: 'Sheet1', protected: false };
  const values = rows<CellValue>((row) => [row, 10, row + 10]);
  return {
    sheets: [
      {
        sheet,
        area: { sheet: sheet.id, row: firstRow, column: 0, rows: FORMULAS, columns: 3 },
        cells: {
          formulas: rows<CellValue>((row) => [row, 10, text(row + 1)]),
          values,
          formats: rows(() => ['General', 'General', 'General']),
        },
        spills: [],
        merged: [],
        filtered: false,
      },
    ],
    names: [],
    tables: [],
  };
}

const textsOf = ({ sheets }: Snapshot) => sheets[0]!.cells.formulas.map((line) => String(line[2]));

const ways = {
  plan: (snapshot: Snapshot) => () => planOf(snapshot, 'native'),
  read: (snapshot: Snapshot) => {
    const texts = textsOf(snapshot);
    return () => texts.map((text) => parse(tokenize(text, { mergeRefs: true, withLocation: true })));
  },
};

/** Turns after which the engine has seen both at work. */
const WARM = 5;
const TURNS = 9;

const [way, kind] = process.argv.slice(2) as [keyof typeof ways | 'both', string];
let firstRow = 0;
function timed(one: keyof typeof ways): number {
  const run = ways[one](filled(firstRow, TEXTS[kind]!));
  firstRow += FORMULAS;
  return processorTime(run);
}
const both = () => byTurns(WARM + TURNS, { plan: () => timed('plan'), read: () => timed('read') }).slice(WARM);
process.stdout.write(JSON.stringify(way === 'both' ? both() : timed(way)));
