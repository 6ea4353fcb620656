import { ExcelDesk, LAST_ROW } from './excel-desk';
import { useSite } from './site';

const ROWS = Array.from({ length: LAST_ROW - 2 }, (_, i) => i + 3);
const ROLLS = ROWS.map((row) => `=RZRQ.FINANCING_BALANCE_ROLL(B$2,SUM(C$3:C${row}), SUM( D$3:D${row} ))`);
const CHAIN = ROWS.map((row) => `=RZRQ.FINANCING_BALANCE_ROLL(E${row - 1},C${row},D${row})`);
const CELLS = `E3:E${LAST_ROW}`;
const lines = (formulas: readonly string[]) => formulas.map((formula) => [formula]);

const site = useSite();
let desk: ExcelDesk;
afterEach(() => desk.close());

async function withRolls(options: Parameters<typeof ExcelDesk.open>[1] = {}): Promise<void> {
  desk = await ExcelDesk.open(site, options);
  await desk.type('E3', lines(ROLLS));
  await desk.openShare();
}

test('the pane is no wider than 320 pixels, plan and all', async () => {
  await withRolls();
  const card = await desk.plan('toFormulas');
  await card.locator('details.part > summary').click();
  await card.locator('details.cells > summary').click();
  await card.locator('details.cells li').first().waitFor();
  expect(
    await desk.page.evaluate(() =>
      [document.documentElement.scrollWidth, document.querySelector('#rzrq-panel-share')!.scrollWidth].filter(
        (width) => width > innerWidth,
      ),
    ),
  ).toEqual([]);
});

test('however long the plan, it can be confirmed from wherever the reader is', async () => {
  const long = (row: number) => [
    `=IF(RZRQ.FINANCING_NET_PURCHASE(C${row},D${row})>0,"${'净买入'.repeat(20)}","${'净偿还'.repeat(20)}")`,
  ];
  desk = await ExcelDesk.open(site);
  await desk.type(
    'F2',
    Array.from({ length: 60 }, (_, i) => long(i + 2)),
  );
  await desk.openShare();
  const card = await desk.plan('toFormulas');
  const confirm = card.getByRole('button', { name: '确认转为公式' });
  const shown = () =>
    confirm.evaluate((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === button;
    });
  // A filled column is one line, which opens to its cells.
  const column = card.locator('details.group > ul > li');
  await column.getByText('F2:F61').first().waitFor();
  expect(await column.count()).toBe(1);
  await card.locator('details.cells > summary').click();
  expect(await shown()).toBe(true);
  await card
    .locator('li')
    .nth(50)
    .evaluate((line) => line.scrollIntoView({ block: 'end' }));
  expect(await shown()).toBe(true);
  // A line that the keyboard comes to does not hide under the buttons.
  const line = card.locator('li button').nth(20);
  await line.evaluate(
    (button) =>
      (button.closest('.panel')!.scrollTop +=
        button.getBoundingClientRect().top - button.closest('.panel')!.getBoundingClientRect().top - 10),
  );
  expect((await line.boundingBox())!.y).toBeLessThan((await confirm.boundingBox())!.y + 20);
  await line.focus();
  const [above, below] = await Promise.all([confirm.boundingBox(), line.boundingBox()]);
  expect(below!.y).toBeGreaterThanOrEqual(above!.y + above!.height);
});

test('a plan that can do nothing says so, and why', async () => {
  await withRolls();
  desk.book.activeSheet.protected = true;
  const card = await desk.plan('toFormulas');
  await card.getByText('没有可转换的单元格。').waitFor();
  await card.getByText(`保持不变（${ROLLS.length} 处）：工作表受保护。`).waitFor();
  expect(await card.getByRole('button', { name: '确认转为公式' }).count()).toBe(0);
});

test.each([
  ['toFormulas', 'zh'],
  ['toValues', 'zh'],
  ['toFormulas', 'en'],
] as const)(
  '%s (%s) keeps every value, and restoring brings every formula back, character for character',
  async (command, language) => {
    await withRolls({ language });
    const values = desk.book.values(CELLS);
    expect(values[0]).toEqual([13505389656]);
    await desk.carryOut(command);
    expect(desk.formulas(CELLS).filter((formula) => formula?.includes('RZRQ'))).toEqual([]);
    expect(desk.formulas(CELLS).every((formula) => (formula === undefined) === (command === 'toValues'))).toBe(true);
    expect(desk.book.values(CELLS)).toEqual(values);
    await desk.carryOut('restore');
    expect(desk.formulas(CELLS)).toEqual(ROLLS);
    expect(desk.book.values(CELLS)).toEqual(values);
  },
);

test('a cell that was changed meanwhile is left alone and named', async () => {
  await withRolls();
  await desk.carryOut('toValues');
  await desk.type('E4', [['改']]);
  const card = await desk.carryOut('restore');
  await card.getByText('其后已改动，现为：改').waitFor();
  expect(desk.book.at('E4').value).toBe('改');
  expect(desk.formulas(CELLS).filter((_, index) => index !== 1)).toEqual(ROLLS.filter((_, index) => index !== 1));
});

test('a cell that was changed while the plan was on show is not written over', async () => {
  await withRolls();
  await desk.plan('toFormulas');
  await desk.type('E4', [['=RZRQ.FINANCING_NET_PURCHASE(C4,D4)']]);
  const card = await desk.confirm('toFormulas');
  await card.getByText('查看计划之后有单元格被改动').waitFor();
  expect(desk.formulas(CELLS)).toEqual(
    ROLLS.map((formula, i) => (i === 1 ? '=RZRQ.FINANCING_NET_PURCHASE(C4,D4)' : formula)),
  );
});

test('by keyboard: only the selection is planned, told once, and converted', async () => {
  await withRolls();
  desk.select('E4:E5');
  const card = await desk.plan('toValues');
  await card.locator('details.group > ul > li').getByText(CELLS).first().waitFor();
  await card.locator('details.part > summary').press('Enter');
  await card.getByLabel('仅所选区域 Sheet1!E4:E5').press('Space');
  await card.locator('details.group > ul > li').getByText('E4:E5').first().waitFor();
  expect(await card.getByLabel('仅所选区域').evaluate((box) => box === document.activeElement)).toBe(true);
  await desk.confirm('toValues');
  expect(await desk.page.getByText('已转为数值 2 处。').count()).toBe(1);
  expect(desk.formulas(CELLS)).toEqual(ROLLS.map((formula, i) => (i === 1 || i === 2 ? undefined : formula)));
});

test('a sheet with a filter on is left alone, and the plan says what to do', async () => {
  await withRolls();
  desk.book.activeSheet.filteredBy = 'sheet';
  const card = await desk.plan('toFormulas');
  await card.getByText('请先清除筛选').waitFor();
  expect(await card.getByRole('button', { name: '确认转为公式' }).count()).toBe(0);
});

test('stopped while it works, the sheet is as it was', async () => {
  await withRolls({ latencyMs: 150 });
  const card = await desk.plan('toFormulas');
  await card.getByRole('button', { name: '确认转为公式' }).click();
  await card.getByRole('button', { name: '取消' }).click();
  await card.getByText('已取消，工作表“Sheet1”保持原状。').waitFor();
  expect(await card.getByText('已转为').count()).toBe(0);
  await desk.book.settled();
  expect(desk.formulas(CELLS)).toEqual(ROLLS);
  expect(await card.getByRole('button', { name: '查看计划: 转为公式' }).isEnabled()).toBe(true);
});

test('copies read from each other and the sheets stay as they are', async () => {
  await withRolls();
  desk.book.addSheet('汇总');
  await desk.type('汇总!A1', [['=MAX(Sheet1!E3:E5)']]);
  const card = await desk.plan('toFormulas');
  await card.getByLabel('工作表副本').check();
  await card.getByText('将生成副本并互相引用：Sheet1、汇总').waitFor();
  await desk.confirm('toFormulas');
  expect(desk.formulas(CELLS)).toEqual(ROLLS);
  expect(desk.book.at('汇总!A1').formula).toBe('=MAX(Sheet1!E3:E5)');
  expect(desk.book.at("'汇总（分享）'!A1").formula).toBe("=MAX('Sheet1（分享）'!E3:E5)");
  expect(desk.book.at("'汇总（分享）'!A1").value).toBe(desk.book.at('汇总!A1').value);
  expect(desk.book.at("'Sheet1（分享）'!E3").formula).toMatch(/^=IF\(COUNT\(B\$2\)=1,B\$2\+/);
});

test('cells that were typed before the add-in was there are entered again', async () => {
  desk = await ExcelDesk.open(site, { typedBefore: (book) => book.type('E3', lines(ROLLS)) });
  await desk.book.settled();
  expect(desk.book.at('E3').value).toMatchObject({ code: '#NAME?' });
  await desk.openShare();
  const card = await desk.carryOut('repair');
  await card.getByText(`已修复公式 ${ROLLS.length} 处。`).waitFor();
  expect(desk.formulas(CELLS)).toEqual(ROLLS);
  expect(desk.book.at('E3').value).toBe(13505389656);
});

test('a chain becomes one series with the same values', async () => {
  desk = await ExcelDesk.open(site);
  await desk.type('E2', [['=B2'], ...lines(CHAIN)]);
  const values = desk.book.values(CELLS);
  expect(values[0]).toEqual([13505389656]);
  await desk.openShare();
  const card = await desk.carryOut('flatten');
  await card.getByText('已转换链 1 条。').waitFor();
  expect(desk.formulas('E3:E3')).toEqual([`=RZRQ.FINANCING_BALANCE_SERIES(E2,C3:C${LAST_ROW},D3:D${LAST_ROW})`]);
  expect(desk.book.values(CELLS)).toEqual(values);
});
