// Tables as counters and exchanges print them, with an odd cell here and there: a table, or an error that says why not.
import { bind } from '../../src/binding/bind';
import { explainer } from '../../src/binding/errors';
import { Fault } from '../../src/cells/fault';
import type { Definition } from '../../src/functions/catalogue/define';
import { definitions } from '../../src/functions/index';
import { Chance } from '../laws/fractions/draw';
import { cases } from '../support/thorough';

type Row = readonly unknown[];
type Draw = (chance: Chance) => Row;

const day = (chance: Chance) => `2025-01-0${chance.whole(1, 9)}`;
const CODES = ['600000', '000001', '510300'];
const ACCOUNTS = ['A1', 'A2', 'A3'];

const TABLES: Readonly<Record<string, readonly [header: Row, draw: Draw]>> = {
  table: [
    [
      '日期',
      '证券代码',
      '融资余额',
      '融资买入额',
      '融资偿还额',
      '融券余量',
      '融券卖出量',
      '融券偿还量',
      '融券余额',
      '融资融券余额',
    ],
    (chance) => [
      day(chance),
      chance.one(CODES),
      ...[1e6, 1e5, 1e5, 1000, 100, 100, 1e4, 1e6].map((most) => chance.whole(0, most)),
    ],
  ],
  accounts: [
    ['账户', '现金', '利息及费用', '警戒线', '总资产', '总负债'],
    (chance) => [
      chance.one(ACCOUNTS),
      chance.whole(0, 1e6),
      chance.whole(0, 1000),
      chance.one([null, 1.5]),
      null,
      null,
    ],
  ],
  positions: [
    ['账户', '代码', '方向', '数量', '市价', '金额', '折算率', '保证金比例'],
    (chance) => [
      chance.one(ACCOUNTS),
      chance.one(CODES),
      chance.one(['担保', '融资', '融券']),
      chance.whole(0, 1000),
      chance.one([10, 20.5]),
      chance.whole(0, 1e5),
      0.7,
      1,
    ],
  ],
  contracts: [
    ['合约编号', '账户', '代码', '方向', '起息日', '金额', '年利率', '到期日', '数量', '卖出价'],
    (chance) => [
      `C${chance.whole(1, 1e6)}`,
      chance.one(ACCOUNTS),
      chance.one(CODES),
      chance.one(['融资', '融券']),
      day(chance),
      chance.whole(0, 1e5),
      0.0835,
      '2025-07-01',
      1000,
      10,
    ],
  ],
};

const ODD: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  0.5,
  20,
  5e-324,
  9.99999999999999e307,
  -9.99999999999999e307,
  9007199254740993,
  45292,
  45292.7,
  20240115,
  true,
  ' ',
  '\u200b',
  '--',
  '暂无',
  'abc',
  '合计',
  '=1+1',
  '12%',
  '(1,234.50)',
  '6.6亿',
  '1e-999',
  '1e999',
  '-1e999',
  '1'.repeat(400),
  'x'.repeat(32767),
  '\ud83d',
  '__proto__',
  'constructor',
  '融资余额',
  '账户',
  '2025年13月1日',
  '9999-12-31',
  { type: 'Error', basicType: 'Error', basicValue: '#DIV/0!' },
  { type: 'FormattedNumber', basicType: 'Double', basicValue: 45292, numberFormat: 'yyyy-mm-dd' },
  { type: 'Entity', basicType: 'Error', basicValue: '#VALUE!', text: 'x', properties: {} },
  { toString: null, basicValue: {} },
  [],
];

function tableFor(name: string, chance: Chance): Row[] {
  const [header, draw] = TABLES[name] ?? TABLES['table']!;
  const columns = header.map((_, i) => i).filter(() => chance.next() < 0.95);
  const rows = [header, ...Array.from({ length: chance.whole(1, 8) }, () => draw(chance))];
  return rows.map((row) => columns.map((i) => (chance.next() < 0.04 ? chance.one(ODD) : row[i])));
}

function wrongIn(result: readonly (readonly unknown[])[], explain: (fault: Fault) => string): string | undefined {
  if (result.length === 0 || result.some((row) => row.length === 0 || row.length !== result[0]!.length)) return 'shape';
  for (const cell of result.flat()) {
    if (
      typeof cell === 'number'
        ? !Number.isFinite(cell) || Object.is(cell, -0)
        : typeof cell !== 'string' && !(cell instanceof Fault)
    )
      return String(cell);
    const text = cell instanceof Fault ? explain(cell) : cell;
    if (typeof text === 'string' && /undefined|\bNaN\b|Infinity|\[object|\{\w+\}/.test(text)) return text;
  }
  return undefined;
}

test.each(definitions.filter(({ kind }) => kind === 'table').map((definition) => [definition.id, definition] as const))(
  '%s',
  (_id, definition: Definition) => {
    const call = bind(definition);
    const [zh, en] = [explainer(definition, 'zh'), explainer(definition, 'en')];
    const chance = new Chance(definition.id.length);
    let tables = 0;
    for (let i = 0; i < cases(80, 4_000); i++) {
      const args = definition.params.map(({ kind, name }) =>
        kind === 'table' ? tableFor(name, chance) : kind === 'date' ? '2025-03-01' : null,
      );
      const before = JSON.stringify(args);
      const result = call(args, (fault) => fault);
      if (result.length > 1) tables++;
      const wrong = wrongIn(result, (fault) => zh(fault) + en(fault));
      if (wrong !== undefined) throw new Error(`${wrong}: ${before}`);
      expect(JSON.stringify(args)).toBe(before);
    }
    // Most cells are in order, and so are most tables.
    expect(tables).toBeGreaterThan(20);
  },
);
