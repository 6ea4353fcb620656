import { Workbook } from '@cj-tech-master/excelts';
import { HyperFormula } from 'hyperformula';
import { bind } from '../../src/binding/bind';
import { definitions } from '../../src/functions/index';
import type { Shown } from '../../src/generate/reference/measured';
import { launchBrowser } from '../support/browser';
import { soffice, throughLibreOffice } from '../support/libreoffice';
import { bundle } from '../support/bundle';
import { embedded } from './embedded';
import { checkRolls, rollLines } from './figures';
import { byTurns, clockTime, medianOf } from './measure';
import { milliseconds, section, table, thousands, times, type Section } from './report';

const ROWS = [10_000, 100_000] as const;
const TURNS = 3;

type Lines = readonly number[][];

/** What formulas cost: the time with them, less the time with a 0 in their place; undefined where that is less than the two vary. */
function costOf(run: (formulas: boolean) => unknown): number | undefined {
  const turns = byTurns(TURNS, { formulas: () => clockTime(() => run(true)), data: () => clockTime(() => run(false)) });
  return turns.every(({ formulas, data }) => formulas > data)
    ? medianOf(turns, ({ formulas, data }) => formulas - data)
    : undefined;
}

const roll = bind(definitions.find(({ id }) => id === 'FINANCING_BALANCE_ROLL')!);

function ours(lines: Lines): number {
  const args = [0, 1, 2].map((column) => lines.map((line) => [line[column]!]));
  const run = () => roll(args, (fault) => fault);
  const result = run();
  checkRolls('Ours', lines, (row) => result[row]![0]);
  return medianOf(byTurns(TURNS, { ours: () => clockTime(run) }), ({ ours }) => ours);
}

function hyperFormula(lines: Lines): number | undefined {
  const build = (formulas: boolean) =>
    HyperFormula.buildFromArray(
      lines.map((line, i) => [...line, formulas ? `=A${i + 1}+B${i + 1}-C${i + 1}` : 0]),
      { licenseKey: 'gpl-v3', maxRows: lines.length, precisionRounding: 15 },
    );
  const built = build(true);
  checkRolls('HyperFormula', lines, (row) => built.getCellValue({ sheet: 0, row, col: 3 }));
  built.destroy();
  return costOf((formulas) => build(formulas).destroy());
}

async function libreOffice(lines: Lines): Promise<number | undefined> {
  const file = async (formulas: boolean) => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('行');
    lines.forEach((line, i) => {
      line.forEach((cell, j) => (sheet.getCell(i + 1, j + 1).value = cell));
      sheet.getCell(i + 1, 4).value = formulas ? { formula: `A${i + 1}+B${i + 1}-C${i + 1}`, result: 0 } : 0;
    });
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  };
  const [withFormulas, without] = [await file(true), await file(false)];
  const saved = new Workbook();
  await saved.xlsx.load(throughLibreOffice(withFormulas, 'always'));
  const sheet = saved.worksheets[0]!;
  checkRolls('LibreOffice', lines, (row) => sheet.getCell(row + 1, 4).result);
  return costOf((formulas) => throughLibreOffice(formulas ? withFormulas : without, 'always'));
}

/** Native formulas in other engines against ours, over the same column. */
export async function engineSection(): Promise<Section> {
  const univer = await bundle('bench/univer', 'web');
  const browser = await launchBrowser();
  const rows: string[][] = [];
  const shown: Partial<Record<Shown, number>> = {};
  // Once over the most rows, so that the call is compiled before it is timed over the fewest.
  ours(rollLines(Math.max(...ROWS)));
  try {
    for (const count of ROWS) {
      const lines = rollLines(count);
      const call = ours(lines);
      const beside = (time: number | undefined) =>
        time === undefined ? 'lost in the noise' : `${milliseconds(time)} (${times(time / call)})`;
      const hyper = hyperFormula(lines);
      const office = soffice ? beside(await libreOffice(lines)) : 'not installed';
      const [native, spill] = [
        await embedded(browser, univer, count, 'native'),
        await embedded(browser, univer, count, 'ours'),
      ];
      // A call a row is measured over the fewest rows: nobody waits for more.
      const each = count === ROWS[0] ? await embedded(browser, univer, count, 'ours_each') : undefined;
      if (each !== undefined) shown.oursEachToPlain = each / native;
      shown.plainToOurs = native / spill;
      rows.push([
        thousands(count),
        milliseconds(call),
        beside(hyper),
        office,
        beside(native),
        milliseconds(spill),
        times(native / spill),
        each === undefined ? '–' : times(each / native),
      ]);
    }
  } finally {
    await browser.close();
  }
  const { text, broken } = section(
    'Native formulas in other engines',
    'A column of `=A1+B1-C1`, not chained, against one call of FINANCING_BALANCE_ROLL over the same cells; in parentheses how many times our call. HyperFormula: building the sheet with its formulas, less building it with a 0 in their place. LibreOffice: opening with recalculation and saving, less the same for a file with a 0 in their place. Ours, HyperFormula and LibreOffice once to warm up, then the median of 3. Univer, the engine of the embedded workbook, in Chromium without its grid: from opening the workbook, figures and all, until every result is in its cell, which includes the tenth of a second that it waits before it computes, the median of 3 openings, each in a page of its own; its spill is one FINANCING_BALANCE_ROLL over the column, called as the embedded workbook calls it; a call a row is the same function in each cell of the column. Every result of every engine is checked.',
    table(
      [
        'rows',
        'ours, one call',
        'HyperFormula',
        'LibreOffice',
        'Univer',
        'ours in Univer, one spill',
        'Univer’s own ÷ ours in it',
        'ours in Univer, a call a row ÷ its own',
      ],
      rows,
    ),
  );
  return { text, broken, shown };
}
