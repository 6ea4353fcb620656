import { Workbook } from '@cj-tech-master/excelts';
import { HyperFormula } from 'hyperformula';
import { bind } from '../../src/excel/bind';
import { definitions } from '../../src/functions/index';
import { launchBrowser } from '../support/browser';
import { soffice, throughLibreOffice } from '../support/libreoffice';
import { bundle } from './bundle';
import { embedded } from './embedded';
import { rollLines } from './figures';
import { clockTime, table, times } from './measure';

const ROWS = [10_000, 100_000] as const;
const milliseconds = (seconds: number) => `${(seconds * 1000).toFixed(0)} ms`;

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
  const univer = await bundle('univer', 'web');
  const browser = await launchBrowser();
  const rows: string[][] = [];
  try {
    for (const count of ROWS) {
      const cells = rollLines(count);
      const args = [0, 1, 2].map((column) => cells.map((line) => [line[column]!]));
      const ours = await clockTime(() => roll(args, (fault) => fault));
      const hyper = await clockTime(() => HyperFormula.buildFromArray(cells.map((line, i) => [...line, `=A${i + 1}+B${i + 1}-C${i + 1}`]), { licenseKey: 'gpl-v3', maxRows: count }).destroy(), 3);
      const office = soffice ? await libreOffice(cells) : undefined;
      const [native, spill] = [await embedded(browser, univer, cells, 'native'), await embedded(browser, univer, cells, 'ours')];
      rows.push([
        count.toLocaleString('en-US'),
        milliseconds(ours),
        `${milliseconds(hyper)} (${times(hyper / ours)})`,
        office === undefined ? 'not installed' : `${milliseconds(office)} (${times(office / ours)})`,
        `${milliseconds(native)} (${times(native / ours)})`,
        milliseconds(spill),
        times(native / spill),
      ]);
    }
  } finally {
    await browser.close();
  }
  return [
    '## Native formulas in other engines',
    '',
    'A column of `=A1+B1-C1`, not chained, against one call of FINANCING_BALANCE_ROLL over the same cells. HyperFormula: building the sheet with its formulas. LibreOffice: opening with recalculation and saving, less the same for a file without formulas. Univer, the engine of the embedded workbook, in Chromium without its grid: from opening the workbook until every result is in its cell, which includes the tenth of a second that it waits before it computes; its spill is one FINANCING_BALANCE_ROLL over the column, called as the embedded workbook calls it. Every result of Univer’s is checked.',
    '',
    table(['rows', 'ours, one call', 'HyperFormula', 'LibreOffice', 'Univer', 'ours in Univer, one spill', 'Univer’s own ÷ ours in it'], rows),
  ].join('\n');
}
