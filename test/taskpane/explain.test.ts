import { Fault } from '../../src/cells/fault';
import { bind } from '../../src/binding/bind';
import { definitions } from '../../src/functions/index';
import { words } from '../../src/functions/words';
import {
  explainCell,
  explainShown,
  positionsOf,
  wrongAt,
  wrongIn,
  workedAt,
  type Argument,
  type Call,
} from '../../src/taskpane/explain/explanation';
import { reasonOf } from '../../src/taskpane/explain/reason';
import { componentsOf, type Component } from '../../src/taskpane/explain/components';
import { namesIn, numbersIn, steps } from '../../src/taskpane/explain/steps';
import { withNames, workedNumbers, type Step } from '../../src/taskpane/explain/worked';
import { blockName } from '../../src/workbook/a1';
import type { CellValue } from '../../src/workbook/workbook';
import { MemoryWorkbook } from '../support/memory-workbook';

const definition = (id: string) => definitions.find((candidate) => candidate.id === id)!;

function worked(id: string, args: readonly unknown[]): string[] {
  let last: Step | undefined;
  bind(
    withNames(definition(id)),
    workedNumbers((step) => (last = step)),
  )(args, String);
  return steps(last!);
}

describe('step by step', () => {
  test.each<[string, unknown[], string[]]>([
    [
      'FINANCING_BALANCE_ROLL',
      [13543599484, 1168986102, 1196101729],
      ['13,543,599,484 + 1,168,986,102 − 1,196,101,729', '14,712,585,586 − 1,196,101,729', '13,516,483,857'],
    ],
    ['MAINTENANCE_LEVEL', [3, 2], ['3 ÷ 2', '1.5']],
    [
      'MARGIN_CAPACITY_QTY',
      [100000, 1, 13.37],
      [
        '⌊max(100,000, 0) ÷ (1 × 13.37) ÷ 100⌋ × 100',
        '⌊100,000 ÷ 13.37 ÷ 100⌋ × 100',
        '⌊7,479.431563201197 ÷ 100⌋ × 100',
        '7,400',
      ],
    ],
    [
      'MARGIN_DEBT',
      [[[100], [200]], [[10], [20]], [[1], [2]], 5],
      ['(100 + 200) + (10 × 1 + 20 × 2) + 5', '300 + (10 + 40) + 5', '300 + 50 + 5', '350 + 5', '355'],
    ],
  ])('%s', (id, args, expected) => {
    expect(worked(id, args)).toEqual(expected);
  });

  test.each(definitions.filter(({ kind }) => kind === 'formula').map(({ id }) => [id]))(
    '%s: the last step of every example is its result',
    (id) => {
      const { params } = definition(id);
      for (const example of words[id]!.examples) {
        if (typeof example.result !== 'number') continue;
        const args = params.map(({ name, kind }) => {
          const value = (example.args as Record<string, unknown>)[name] ?? null;
          return kind === 'series' && Array.isArray(value) && !Array.isArray(value[0])
            ? value.map((cell) => [cell])
            : value;
        });
        const last = worked(id, args).pop()!.replace(/,/g, '').replace('−', '-');
        expect(Number(last)).toBe(example.result);
      }
    },
  );
});

describe('components', () => {
  const componentsIn = (id: string, args: readonly unknown[]) => {
    let last: Step | undefined;
    bind(
      withNames(definition(id)),
      workedNumbers((step) => (last = step)),
    )(args, String);
    const read = ({ sign, step, positions, parts }: Component): unknown[] => [
      `${sign}${namesIn(positions[0] ?? step, ({ zh }) => zh)}`,
      step.toNumber(),
      parts.length > 0 ? parts.map(read) : positions.map(numbersIn),
    ];
    return componentsOf(last!)?.map(read);
  };

  test('of an available margin, one line a position', () => {
    const positions = [[120000], [80000]];
    const args = [1000, null, null, positions, [[100000], [100000]], 0.7, 0.8];
    expect(componentsIn('AVAILABLE_MARGIN', args)).toEqual([
      ['现金', 1000, []],
      [
        '+min((融资买入证券市值 − 融资买入金额) × 融资买入证券折算率, 融资买入证券市值 − 融资买入金额) − 融资买入金额 × 融资保证金比例',
        -166000,
        [
          'min((120,000 − 100,000) × 0.7, 120,000 − 100,000) − 100,000 × 0.8',
          'min((80,000 − 100,000) × 0.7, 80,000 − 100,000) − 100,000 × 0.8',
        ],
      ],
      ['−利息及费用', 0, []],
    ]);
  });

  test('of a quotient: what is divided, and by what', () => {
    const found = componentsIn('MAINTENANCE_RATIO', [100, [[300], [200]], [[150], [50]]])!;
    expect(found.map(([name, value]) => [String(name).slice(0, 1), value])).toEqual([
      [expect.anything(), 600],
      ['÷', 200],
    ]);
  });

  test('their sum is the result, whatever is added and taken away', () => {
    const example = words['AVAILABLE_MARGIN']!.examples[1]!;
    const args = definition('AVAILABLE_MARGIN').params.map(({ name }) => (example.args as never)[name] ?? null);
    const total = componentsIn('AVAILABLE_MARGIN', args)!.reduce(
      (sum, [name, value]) => sum + (String(name).startsWith('−') ? -1 : 1) * (value as number),
      0,
    );
    expect(total).toBe(example.result);
  });

  test('none where nothing is added up over positions', () => {
    expect(componentsIn('FINANCING_BALANCE_ROLL', [1000, 20, 5])).toBeUndefined();
  });

  test('a position that holds nothing adds nothing: the others keep their cells', async () => {
    const { call } = await callIn([
      [100, 10, 1, '=RZRQ.MARGIN_DEBT(A1:A3,B1:B3,C1:C3)'],
      ['', 0, '', ''],
      [300, 30, 3, ''],
    ]);
    const [financed, lent] = call.args;
    const groupOf = ({ param }: Argument) => (param.kind === 'series' ? param.group : '');
    expect([positionsOf(call, groupOf(financed!)), positionsOf(call, groupOf(lent!))]).toEqual([
      [0, 2],
      [0, 2],
    ]);
  });

  const callIn = async (rows: CellValue[][]) => {
    const workbook = new MemoryWorkbook();
    const { id: sheet } = await workbook.addSheet('S');
    await workbook.write({ sheet, row: 0, column: 0, rows: rows.length, columns: rows[0]!.length }, rows);
    const { calls } = await explainCell(workbook, { sheet, row: 0, column: 3, rows: 1, columns: 1 });
    return { call: calls[0]! };
  };
});

test('what is taken away is printed so, not added with a minus', () => {
  const { operations, group, of } = workedNumbers(() => undefined);
  expect(numbersIn(operations.sum(group([100, -58000, -2].map(of))))).toBe('(100 − 58,000 − 2)');
});

test('a number is printed as its cell shows it', () => {
  expect(worked('FINANCING_BALANCE_ROLL', [0.7000000000000001, 1, 0])[0]).toBe('0.7 + 1 − 0');
});

describe('a cell', () => {
  const linesOf = (call: Call, place: Call['focus']) => {
    const outcome = workedAt(call, place);
    return outcome ? steps(outcome) : [];
  };
  const fill = async (rows: CellValue[][]) => {
    const workbook = new MemoryWorkbook();
    const { id: sheet } = await workbook.addSheet('S');
    await workbook.write({ sheet, row: 0, column: 0, rows: rows.length, columns: rows[0]!.length }, rows);
    return {
      workbook,
      explain: (row: number, column: number) => explainCell(workbook, { sheet, row, column, rows: 1, columns: 1 }),
    };
  };
  const wrongCell = (wrong: { cell: Parameters<typeof blockName>[0] | undefined }) =>
    wrong.cell && blockName(wrong.cell);

  test('its call by parameter, value by value, with the calculation', async () => {
    const { explain } = await fill([[1000, 20, 5, '=RZRQ.FINANCING_BALANCE_ROLL(A1,B1,C1)']]);
    const { calls, shown, readable } = await explain(0, 3);
    const [call] = calls;
    expect({ shown, readable }).toEqual({ shown: 1015, readable: true });
    expect(call!.args.map(({ param, text, values }) => [param.name, text, values![0]![0]])).toEqual([
      ['prior_balance', 'A1', 1000],
      ['purchases', 'B1', 20],
      ['repayments', 'C1', 5],
    ]);
    expect(linesOf(call!, call!.focus)).toEqual(['1,000 + 20 − 5', '1,020 − 5', '1,015']);
  });

  test('a cell that only shows another is explained there, and one that shows itself has an end', async () => {
    const { workbook, explain } = await fill([
      ['=$B$1', '=C1', '=RZRQ.MARGIN_BALANCE(F1:F2,G1:G2)', '=D1', '=A1+0', 1, 3],
      ['=C2', '', '', '', '', 2, 4],
    ]);
    const { cell } = await explain(0, 0);
    const explained = async (row: number, column: number) => {
      const { calls, ...shown } = await explainShown(workbook, { ...cell, row, column });
      return [blockName(shown.cell), calls[0]?.focus.row];
    };
    expect([await explained(0, 0), await explained(1, 0), await explained(0, 3), await explained(0, 4)]).toEqual([
      ['C1', 0],
      ['C2', 1],
      ['D1', undefined],
      ['E1', undefined],
    ]);
  });

  test('a call over the greatest of 200,000 cells', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i): CellValue[] => [i, '']);
    rows[0] = [0, '=RZRQ.MARGIN_BALANCE(MAX(A1:A200000),MIN(A2:A200000))'];
    const { explain } = await fill(rows);
    const { calls, shown } = await explain(0, 1);
    expect(shown).toBe(200_000);
    expect(calls[0]!.args.map(({ values }) => values![0]![0])).toEqual([199_999, 1]);
  });

  test('a day of a series starts from the day before', async () => {
    const { explain } = await fill([
      [1000, 10, 1, '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B3,C1:C3)'],
      ['', 20, 2, ''],
      ['', 30, 3, ''],
    ]);
    const { anchor, calls } = await explain(2, 3);
    expect(blockName(anchor)).toBe('D1');
    expect(calls[0]!.focus).toEqual({ row: 2, column: 0 });
    expect(linesOf(calls[0]!, calls[0]!.focus)).toEqual(['1,027 + 30 − 3', '1,057 − 3', '1,054']);
  });

  test.each<[string, CellValue[][], number, string, string | undefined]>([
    [
      'a text that is no number',
      [[1000, '待定', 5, '=RZRQ.FINANCING_BALANCE_ROLL(A1,B1,C1)']],
      3,
      'not_a_number',
      'B1',
    ],
    ['a missing balance', [['', 20, 5, '=RZRQ.FINANCING_BALANCE_ROLL(A1,B1,C1)']], 3, 'missing', 'A1'],
    [
      'an error that is passed on',
      [[1000, '#DIV/0!', 5, '=RZRQ.FINANCING_BALANCE_ROLL(A1,B1,C1)']],
      3,
      'error_cell',
      'B1',
    ],
    ['a divisor of zero', [[3, 0, '', '=RZRQ.PURCHASE_REPAYMENT_RATIO(A1,B1)']], 3, 'divided_by_zero', undefined],
    ['a negative price', [[3, -1, '', '=RZRQ.LENDING_BALANCE(A1,B1)']], 3, 'negative', 'B1'],
  ])('says of %s which argument it is', async (_, rows, column, kind, cell) => {
    const { explain } = await fill(rows);
    const [call] = (await explain(0, column)).calls;
    const fault = call!.result![0]![0] as Fault;
    expect(fault).toBeInstanceOf(Fault);
    expect(fault.kind).toBe(kind);
    expect(wrongCell(wrongAt(call!, call!.focus, fault))).toBe(cell);
  });

  test('says which rows of a spilled result are wrong, and which cell of each', async () => {
    const { explain } = await fill([
      [10, 1, '=RZRQ.MARGIN_BALANCE(A1:A3,B1:B3)'],
      ['x', 2, ''],
      [30, '', ''],
    ]);
    const [call] = (await explain(1, 2)).calls;
    const { count, first } = wrongIn(call!);
    expect(count).toBe(2);
    expect(first.map(({ place, fault, ...wrong }) => [place.row, fault.kind, wrongCell(wrong)])).toEqual([
      [1, 'not_a_number', 'A2'],
      [2, 'missing', 'B3'],
    ]);
  });

  test('says which day of a series is wrong for every later day', async () => {
    const { explain } = await fill([
      [1000, 10, 1, '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B3,C1:C3)'],
      ['', 'x', 2, ''],
      ['', 30, 3, ''],
    ]);
    const [call] = (await explain(2, 3)).calls;
    expect(wrongIn(call!).first.map(({ place, ...wrong }) => [place.row, wrongCell(wrong)])).toEqual([
      [1, 'B2'],
      [2, 'B2'],
    ]);
  });

  test('calls inside arguments are there, one level below', async () => {
    const { explain } = await fill([
      [1000, 20, 5, '=IF(A1>0,RZRQ.FINANCING_BALANCE_ROLL(RZRQ.FINANCING_BALANCE_ROLL(A1,B1,C1),1,2),"")'],
    ]);
    const { calls } = await explain(0, 3);
    expect(calls.map(({ text }) => text)).toEqual([
      'RZRQ.FINANCING_BALANCE_ROLL(RZRQ.FINANCING_BALANCE_ROLL(A1,B1,C1),1,2)',
    ]);
    expect(calls[0]!.args[0]!.calls.map(({ text, result }) => [text, result])).toEqual([
      ['RZRQ.FINANCING_BALANCE_ROLL(A1,B1,C1)', [[1015]]],
    ]);
  });

  test.each<[string, string | undefined, string | undefined]>([
    ['=RZRQ.MARGIN_BALANCE(-5,1)', 'financing_balance must not be below 0: -5.', '融资余额不能小于 0：-5。'],
    [
      '=RZRQ.MARGIN_BALANCE(RZRQ.MARGIN_BALANCE(-5,1),1)+1',
      'financing_balance must not be below 0: -5.',
      '融资余额不能小于 0：-5。',
    ],
    ['=RZRQ.PURCHASE_REPAYMENT_RATIO(3,0)', 'The divisor is 0.', '除数为 0。'],
    ['=RZRQ.MARGIN_BALANCE(1/0,1)', 'An argument holds the error #DIV/0!.', '参数中有错误值 #DIV/0!。'],
    ['=RZRQ.NOPE(1)', 'No cell, name or function is called “RZRQ.NOPE”.', '没有名为“RZRQ.NOPE”的单元格、名称或函数。'],
    [
      '=RZRQ.MARGIN_BALANCE(昨天,1)',
      'No cell, name or function is called “昨天”.',
      '没有名为“昨天”的单元格、名称或函数。',
    ],
    ['=RZRQ.MARGIN_BALANCE(5)', 'lending_balance is missing.', '缺少融券余额。'],
    ['=RZRQ.MARGIN_BALANCE(5,)', 'lending_balance is missing.', '缺少融券余额。'],
    ['=RZRQ.LENDING_BALANCE(5,2)', undefined, undefined],
    ['=RZRQ.MARGIN_BALANCE(5,1)', undefined, undefined],
    ['=IFERROR(RZRQ.MARGIN_BALANCE(-5,1),0)', undefined, undefined],
    ['=1/0', undefined, undefined],
  ])('%s: why it is an error, in a sentence', async (formula, en, zh) => {
    const { explain } = await fill([[formula]]);
    const explanation = await explain(0, 0);
    expect([reasonOf(explanation, 'en'), reasonOf(explanation, 'zh')]).toEqual([en, zh]);
  });

  test('a cell without a call of ours has nothing to explain', async () => {
    const { explain } = await fill([[1, '=A1+1']]);
    expect((await explain(0, 1)).calls).toEqual([]);
    expect((await explain(0, 0)).calls).toEqual([]);
  });
});
