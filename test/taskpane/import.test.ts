// From files to sheets, through the same port that Excel and the embedded workbook have.
import { ImportDesk } from '../../src/import/import-desk';
import { parseDate } from '../../src/cells/date';
import type { Overview } from '../../src/import/overview';
import type { Plan } from '../../src/import/write-plan';
import { PANEL_COLUMNS, panelHeader } from '../../src/taskpane/import/canonical';
import { panelRows, panelSheets } from '../../src/taskpane/import/panel-sheets';
import { writePanel } from '../../src/taskpane/import/write';
import type { Workbook } from '../../src/workbook/workbook';
import { csvText, market, sourceOf, sseFile, SSE_HEAD, sseRows, textBytes } from '../import/rebuilt';
import { MemoryWorkbook } from '../support/memory-workbook';

const { days, rows } = market(3, { SSE: 800, SZSE: 25, BSE: 25 });
const PLAN: Plan = { what: 'securities', codes: [], divided: false };
const file = (k: number, count = 40) =>
  sourceOf(`rzrqjygk${days[k]!.replace(/-/g, '')}.xls`, sseFile(rows.SSE[k]!.slice(0, count)));

/** The desk as the worker hands it over. */
const engineOf = (desk: ImportDesk) => ({
  rows: async (...args: Parameters<ImportDesk['rows']>) => desk.rows(...args),
  sheetsOf: async (plan: Plan) => desk.sheetsOf(plan),
});

async function write(workbook: Workbook, desk: ImportDesk, plan = PLAN, hooks = {}) {
  const overview: Overview = desk.overview();
  return writePanel(workbook, engineOf(desk), plan, await panelSheets(workbook), overview, 'zh', hooks);
}

async function valuesOf(workbook: Workbook, name: string) {
  const sheet = (await workbook.sheets()).find((one) => one.name === name)!;
  return (await workbook.read((await workbook.used(sheet.id))!)).values;
}

test('a panel, its table and its findings; tomorrow’s file goes below it', async () => {
  const workbook = new MemoryWorkbook();
  const first = new ImportDesk('zh');
  await first.add([file(0), file(1)]);
  const ending = await write(workbook, first);
  expect(ending).toMatchObject({ status: 'done' });
  const panel = await valuesOf(workbook, '融资融券面板');
  expect(panel).toHaveLength(1 + 2 * 40);
  expect(panel[0]).toEqual(panelHeader('zh'));
  const { code, balance } = rows.SSE[0]![0]!;
  expect(panel[1]!.slice(0, 5)).toEqual(['SSE', parseDate(days[0]!), code, `证券${code}`, balance]);
  expect(panel[1]![12]).toBe('rzrqjygk20240102.xls');
  expect(await workbook.tables()).toMatchObject([
    { name: 'RZRQ_融资融券面板', area: { row: 0, rows: 81, columns: PANEL_COLUMNS } },
  ]);
  expect((await valuesOf(workbook, '导入检查')).flat()).toContain('rzrqjygk20240103.xls');

  const [existing] = await panelSheets(workbook);
  const next = new ImportDesk('zh');
  next.addExisting('融资融券面板', await panelRows(workbook, existing!, () => undefined));
  await next.add([file(2), file(1)]);
  expect(next.overview().findings.map(({ kind }) => kind)).toEqual(['copy']);
  expect(await write(workbook, next)).toMatchObject({ status: 'done' });
  expect(await valuesOf(workbook, '融资融券面板')).toHaveLength(1 + 3 * 40);
  expect(await workbook.tables()).toMatchObject([{ area: { rows: 121 } }]);
});

test('stopped or failed, nothing of it is left', async () => {
  for (const stop of ['asked', 'failed'] as const) {
    const workbook = new MemoryWorkbook();
    const desk = new ImportDesk('zh');
    // More than is written at once.
    await desk.add([file(0, 800), file(1, 800)]);
    const before = JSON.stringify(await workbook.sheets());
    let done = 0;
    if (stop === 'failed')
      workbook.onWrite = () => {
        if (++done === 3) throw new Error('full');
      };
    const signal = {
      get aborted() {
        return stop === 'asked' && ++done > 2;
      },
    };
    const ending = await write(workbook, desk, PLAN, { signal });
    expect(ending.status).toBe(stop === 'asked' ? 'cancelled' : 'failed');
    workbook.onWrite = () => undefined;
    expect(JSON.stringify(await workbook.sheets())).toBe(before);
  }
});

test('what a host could take for a formula, a number or a day is written as a text', async () => {
  const workbook = new MemoryWorkbook();
  const desk = new ImportDesk('zh');
  const names = ['=1+1', '+cmd', '-2', '@x', '360', '1-2', 'TRUE', '*ST康美', '万 科Ａ'];
  const cells = sseRows(rows.SSE[0]!.slice(0, names.length)).map((row, i) => [row[0]!, names[i]!, ...row.slice(2)]);
  await desk.add([sourceOf('=sse20240102.csv', textBytes(csvText([SSE_HEAD, ...cells])))]);
  await write(workbook, desk);
  const sheet = (await workbook.sheets()).find(({ name }) => name === '融资融券面板')!;
  const { formulas, values } = await workbook.read((await workbook.used(sheet.id))!);
  expect(values.slice(1).map((row) => row[3])).toEqual(names);
  expect(formulas.slice(1).map((row) => row[3])).toEqual([
    ...names.slice(0, 7).map((name) => `="${name}"`),
    '*ST康美',
    '万 科Ａ',
  ]);
  expect(formulas[1]![12]).toBe('="=sse20240102.csv"');
});
