/** `planning.ts <plan|read> <filled|different> <turns>`: milliseconds of processor time over so many turns, each with texts of its own, as JSON. */
import { parse, tokenize } from '@borgar/fx';
import { planOf } from '../../src/share/plan';
import type { Snapshot } from '../../src/share/reading/snapshot';
import type { CellValue } from '../../src/workbook/workbook';
import { processorTime } from './measure';

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

const ways: Readonly<Record<string, (snapshot: Snapshot) => () => unknown>> = {
  plan: (snapshot) => () => planOf(snapshot, 'native'),
  read: (snapshot) => {
    const texts = textsOf(snapshot);
    return () => texts.map((text) => parse(tokenize(text, { mergeRefs: true, withLocation: true })));
  },
};

const [way, kind, turns] = process.argv.slice(2);
const times = Array.from({ length: Number(turns) }, (_, turn) =>
  processorTime(ways[way!]!(filled(turn * FORMULAS, TEXTS[kind!]!))),
);
process.stdout.write(JSON.stringify(times));
