import { Fault, type FaultDetail } from '../../src/cells/fault';
import { readHeading } from '../../src/tables/heading';
import { layoutOf } from '../../src/tables/layout';
import { meanings } from '../../src/tables/meaning';
import { readSheet, type Sheet } from '../../src/tables/sheet';
import { scalesOf } from '../../src/tables/scales';
import { readUnit } from '../../src/tables/units';

const meaning = (...header: string[]) => {
  const columns = meanings(header.map((cell) => readHeading(cell)));
  return columns instanceof Fault ? columns.detail : columns;
};

describe('an ambiguous header', () => {
  test.each([
    ['米筐: the fields beside it are RQData’s', ['date', 'margin_balance', 'short_balance'], 'financing_balance'],
    ['米筐: its total is there', ['date', 'margin_balance', 'total_balance'], 'financing_balance'],
    ['东方财富: the fields beside it are Eastmoney’s', ['date', 'MARGIN_BALANCE', 'FIN_BALANCE'], 'margin_balance'],
    ['东方财富 in small letters', ['date', 'margin_balance', 'loan_balance'], 'margin_balance'],
    ['RQData in capitals', ['DATE', 'MARGIN_BALANCE', 'TOTAL_BALANCE'], 'financing_balance'],
    ['our own table', ['date', 'margin_balance', 'financing_balance'], 'margin_balance'],
    ['the other meaning is taken by a Chinese header', ['日期', 'margin_balance', '融资余额'], 'margin_balance'],
    [
      'the other meaning is taken by a Chinese header, the other way',
      ['日期', 'margin_balance', '融资融券余额'],
      'financing_balance',
    ],
    ['聚宽 get_mtss: sec_value is a quantity', ['date', 'sec_value', 'sec_sell_value'], 'lending_qty'],
    ['聚宽 STK_MT_TOTAL: sec_value is money', ['date', 'sec_value', 'sec_volume'], 'lending_balance'],
  ])('%s', (_, header, column) => expect((meaning(...header) as string[])[1]).toBe(column));

  test.each([
    ['margin_balance alone', ['date', 'margin_balance'], 'margin_balance'],
    ['MARGIN_BALANCE alone: capitals are no proof', ['DATE', 'MARGIN_BALANCE'], 'MARGIN_BALANCE'],
    ['a date of one vendor proves nothing', ['TRADE_DATE', 'SECUCODE', 'MARGIN_BALANCE'], 'MARGIN_BALANCE'],
    ['neighbours of both', ['margin_balance', 'fin_balance', 'short_balance'], 'margin_balance'],
    ['Chinese neighbours say nothing', ['日期', '融券余额', 'margin_balance'], 'margin_balance'],
    ['sec_value alone', ['date', 'sec_value'], 'sec_value'],
    ['sec_value beside a field of both tables of 聚宽', ['date', 'sec_value', 'fin_value'], 'sec_value'],
    ['a figure twice', ['日期', '融资余额', 'rzye'], 'rzye'],
    ['a word of money with a unit of shares', ['日期', '融券余额(万股)'], '融券余额(万股)'],
    ['a word of shares with a unit of money', ['日期', '融券余量(元)'], '融券余量(元)'],
  ])('is refused by name: %s', (_, header, text) => {
    const { text: named, allowed } = meaning(...header) as FaultDetail;
    expect(named).toBe(text);
    expect((allowed as readonly string[]).length).toBeGreaterThan(1);
  });

  test('the refusal names the meanings and who uses them', () => {
    expect(meaning('date', 'margin_balance')).toMatchObject({
      allowed: expect.arrayContaining([
        '融资余额 financing_balance (RQData 米筐)',
        '融资融券余额 margin_balance (Eastmoney 东方财富)',
      ]),
    });
  });

  test('Eastmoney’s 差值, ratios and net flows are no canonical column', () => {
    expect(
      meaning(
        'RZRQYECZ',
        '融资融券余额差值(元)',
        '融资余额占比',
        '融资余额(%)',
        'RZJME',
        '融资净买入',
        'FIN_NETBUY_AMT',
        '融券卖出额',
      ),
    ).toEqual(Array(8).fill(null));
  });
});

describe('units', () => {
  test.each([
    ['元', 0, 'amount'],
    ['（万元）', 4, 'amount'],
    ['千元', 3, 'amount'],
    ['百万元', 6, 'amount'],
    ['单位：亿元', 8, 'amount'],
    ['人民币元', 0, 'amount'],
    ['亿股/亿份', 8, 'quantity'],
    ['万股(份)', 4, 'quantity'],
    ['股/份/手', 0, 'quantity'],
    ['wan_yuan', 4, 'amount'],
    ['YI', 8, null],
    ['亿', 8, null],
  ])('%s', (text, power, measures) => expect(readUnit(text)).toEqual({ power, measures }));

  test.each(['', '美元', '%', '占比', '2015', '余额'])('“%s” is none', (text) =>
    expect(readUnit(text)).toBeUndefined(),
  );

  test.each([
    ['融资余额(万元)', 'financing_balance', 4],
    ['融资余额（亿元）', 'financing_balance', 8],
    ['融资余额<br>(元)', 'financing_balance', 0],
    ['融资余额 万元', 'financing_balance', 4],
    ['融资余额【百万元】', 'financing_balance', 6],
    ['rzye_yi', 'financing_balance', 8],
    ['rqyl_qty', 'lending_qty', 0],
    ['lending_qty', 'lending_qty', undefined],
    ['融券余量(亿股/亿份)', 'lending_qty', 8],
  ])('in the header %s', (text, column, power) => {
    const { readings, unit } = readHeading(text);
    expect([readings[0]?.column, unit?.power]).toEqual([column, power]);
  });
});

test.each([
  '融资余额[环比]',
  '融资余额[%]',
  '融资余额【累计】',
  '融资余额(币种=美元)',
  '融资余额（亿美元）',
  '融资金额',
  '融资买断额',
])('%s is another figure than the word in it', (header) =>
  expect(meanings([readHeading(header), readHeading('日期')])).toEqual([null, 'date']),
);

test.each([
  '融资余额①',
  '融资余额(注1)',
  '融资余额（注）',
  '融资余额[交易日期]2024-04-11[单位]元',
  '融资余额(周期=日)',
])('%s is the figure, whatever is noted at it', (header) =>
  expect(readHeading(header).readings[0]?.column).toBe('financing_balance'),
);

describe('where the header is', () => {
  const sheet = (table: (string | number | null)[][]) => readSheet(table) as Sheet;
  const powers = (read: Sheet) => {
    const scales = scalesOf(read, {});
    return (['financing_balance', 'lending_qty'] as const).map((figure) =>
      read.at(figure) < 0 ? null : scales.power(figure, 0),
    );
  };

  test('below titles, with a caption of units', () => {
    const read = sheet([
      ['融资融券交易总量', null, null],
      ['数据日期：2024-04-11', null, '单位：亿元、亿股'],
      ['日期', '融资余额', '融券余量'],
      ['2024-04-11', 7077.67, 24.34],
    ]);
    expect([read.height, ...powers(read)]).toEqual([1, 8, 8]);
  });

  test('a row of units below it', () => {
    const read = sheet([
      ['日期', '融资余额', '融券余量'],
      [null, '(万元)', '万股'],
      ['2024-04-11', 7077.67, 24.34],
    ]);
    expect([read.height, ...powers(read)]).toEqual([1, 4, 4]);
  });

  test('merged cells 融资 and 融券 above it', () => {
    const layout = layoutOf([
      ['交易日期', '收盘价', '融资', null, null, '融券', null, '融资融券余额(元)'],
      [null, null, '余额(元)', '余额占流通市值比', '买入额(元)', '余额(元)', '余量(股)', null],
      ['2024-04-11', 10, 1, 2, 3, 4, 5, 6],
    ]);
    if (layout instanceof Fault) throw new Error(layout.kind);
    expect(meanings(layout.headings)).toEqual([
      'date',
      'price',
      'financing_balance',
      null,
      'purchases',
      'lending_balance',
      'lending_qty',
      'margin_balance',
    ]);
  });

  test('a unit column holds row by row', () => {
    const read = sheet([
      ['日期', '融资余额', '融券余量', '单位'],
      ['2024-04-11', 7077.67, 24.34, '亿'],
      ['2024-04-12', 707767000000, 2434000000, '元'],
    ]);
    const scales = scalesOf(read, {});
    expect([0, 1].map((line) => [scales.power('financing_balance', line), scales.power('lending_qty', line)])).toEqual([
      [8, 8],
      [0, 0],
    ]);
  });

  test('no header at all', () => expect(readSheet([[1, 2]])).toMatchObject({ kind: 'no_header' }));
});

test.each([
  ['Financing balance\n融资余额 (元)', 'financing_balance', { power: 0, measures: 'amount' }],
  ['融资买入额（万元）\r\npurchases', 'purchases', { power: 4, measures: 'amount' }],
  ['融资余额(万元)\nMargin balance (10,000 yuan)', 'financing_balance', { power: 4, measures: 'amount' }],
  ['融资余额(万元)\nFinancing balance (RMB million)', undefined, { power: 4, measures: 'amount' }],
  ['融资余额\nchange', undefined, null],
  ['融资余额\n融资买入额', undefined, null],
] as const)('%j, two lines that say the same in two languages, or not', (text, column, unit) => {
  const heading = readHeading(text);
  expect([heading.readings[0]?.column, heading.unit]).toEqual([column, unit]);
});
