import { Fault, type FaultKind } from '../../src/cells/fault';
import { bind } from '../../src/excel/bind';
import { errorCode, EXPLANATIONS, explain, type Language } from '../../src/excel/errors';
import { definitions } from '../../src/functions/index';

const roll = definitions.find(({ id }) => id === 'FINANCING_BALANCE_ROLL')!;

function sentence(language: Language, ...args: unknown[]): string {
  return bind(roll)(args, (fault) => `${errorCode(fault)} ${explain(fault, roll, language)}`)[0]![0] as string;
}

test.each<[Language, unknown[], string]>([
  ['en', [null, 1, 2], '#N/A prior_balance is missing.'],
  ['zh', [null, 1, 2], '#N/A 缺少前日余额。'],
  ['en', [1, '待定', 2], '#VALUE! purchases is not a number: “待定”.'],
  ['zh', [1, '待定', 2], '#VALUE! 融资买入额不是数字：“待定”。'],
  ['en', [1, true, 2], '#VALUE! purchases is not a number: “TRUE”.'],
  ['zh', [1, { type: 'Error', basicValue: '#REF!' }, 2], '#REF! 参数中有错误值 #REF!。'],
])('%s %p', (language, args, expected) => {
  expect(sentence(language, ...args)).toBe(expected);
});

test('a text from a cell is shown as it is, whatever it looks like', () => {
  expect(sentence('en', 1, '{param} $& <b>', 2)).toBe('#VALUE! purchases is not a number: “{param} $& <b>”.');
});

test.each(Object.keys(EXPLANATIONS) as FaultKind[])('%s has its error, and its sentence in both languages', (kind) => {
  const fault = new Fault(kind, { param: 'purchases', text: '5', allowed: '6', at: 2, code: '#REF!' });
  expect(explain(fault, roll, 'zh')).toMatch(/\p{Script=Han}/u);
  expect(explain(fault, roll, 'en')).not.toMatch(/\p{Script=Han}|[{}]/u);
  expect(errorCode(new Fault(kind))).toMatch(/^#(VALUE!|N\/A|NUM!|DIV\/0!)$/);
});
