import { Workbook } from '@cj-tech-master/excelts';
import { HyperFormula } from 'hyperformula';
import { bind } from '../../src/excel/bind';
import { definitions } from '../../src/functions/index';
import { soffice, throughLibreOffice } from '../support/libreoffice';
import { Figures } from './figures';
import { clockTime, table, times } from './measure';

const ROWS = [10_000, 100_000] as const;
const milliseconds = (seconds: number) => `${(seconds * 1000).toFixed(0)} ms`;

/** A column of rolls without a chain: cells in A, B and C, native formulas in D. */
function columns(rows: number): number[][] {
  const figures = new Figures();
  const [prior, purchases, repayments] = [figures.amounts(rows), figures.amounts(rows, 5e7), figures.amounts(rows, 5e7)];
  return prior.map((row, i) => [row[0]!, purchases[i]![0]!, repayments[i]![0]!]);
}

/** LibreOffice opens, computes and saves the file; the same file without the formulas is taken off. */
async function libreOffice(cells: readonly number[][]): Promise<number> {
  const file = async (formulas: boolean) => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('行');
    cells.forEach((line, i) => {
      line.forEach((cell, j) => (sheet.getCell(i + 1, j + 1).value = cell));
      sheet.getCell(i + 1, 4).value = formulas ? { formula: `A${i + 1}+B${i + 1}-C${i + 1}`, result: 0 } : 0;
    });
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  };
  const [withFormulas, without] = [await file(true), await file(false)];
  return (await clockTime(() => throughLibreOffice(withFormulas, 'always'), 1)) - (await clockTime(() => throughLibreOffice(without, 'always'), 1));
}

/** Native formulas in other engines against ours, over the same column. */
export async function engineSection(): Promise<string> {
  const roll = bind(definitions.find(({ id }) => id === 'FINANCING_BALANCE_ROLL')!);
  const rows = [];
  for (const count of ROWS) {
    const cells = columns(count);
    const args = [0, 1, 2].map((column) => cells.map((line) => [line[column]!]));
    const ours = await clockTime(() => roll(args, (fault) => fault));
    const hyper = await clockTime(() => HyperFormula.buildFromArray(cells.map((line, i) => [...line, `=A${i + 1}+B${i + 1}-C${i + 1}`]), { licenseKey: 'gpl-v3', maxRows: count }).destroy(), 3);
    const office = soffice ? await libreOffice(cells) : undefined;
    rows.push([
      count.toLocaleString('en-US'),
      milliseconds(ours),
      `${milliseconds(hyper)} (${times(hyper / ours)})`,
      office === undefined ? 'not installed' : `${milliseconds(office)} (${times(office / ours)})`,
    ]);
  }
  return [
    '## Native formulas in other engines',
    '',
    'A column of `=A1+B1-C1`, not chained, against one call of FINANCING_BALANCE_ROLL over the same cells. HyperFormula: building the sheet with its formulas. LibreOffice: opening with recalculation and saving, less the same for a file without formulas.',
    '',
    table(['rows', 'ours, one call', 'HyperFormula', 'LibreOffice'], rows),
  ].join('\n');
}
