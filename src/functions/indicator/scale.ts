import { Fault } from '../../cells/fault';
import { Exact } from '../../number/exact';
import { procedure } from '../catalogue/define';
import { from, to, value } from '../catalogue/params';
import { DAILY_601628, SZSE_PUBLICATION } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

/** Of what each unit is how many powers of ten. */
export const UNITS = {
  yuan: { of: 'money', power: 0 },
  thousand_yuan: { of: 'money', power: 3 },
  wan_yuan: { of: 'money', power: 4 },
  million_yuan: { of: 'money', power: 6 },
  yi_yuan: { of: 'money', power: 8 },
  share: { of: 'quantity', power: 0 },
  wan_share: { of: 'quantity', power: 4 },
  yi_share: { of: 'quantity', power: 8 },
  fund_unit: { of: 'quantity', power: 0 },
  wan_fund_unit: { of: 'quantity', power: 4 },
  yi_fund_unit: { of: 'quantity', power: 8 },
  bond: { of: 'quantity', power: 0 },
  wan_bond: { of: 'quantity', power: 4 },
  yi_bond: { of: 'quantity', power: 8 },
} as const;

type Measure = keyof typeof UNITS;

/** The power of ten between two units; undefined between money and a quantity. */
function powerBetween(from: Measure, to: Measure): number | undefined {
  return UNITS[from].of === UNITS[to].of ? UNITS[from].power - UNITS[to].power : undefined;
}

function inChinese(unit: Measure): string {
  return from.options.find(({ value }) => value === unit)!.zh;
}

export const SCALE = procedure({
  id: 'SCALE',
  params: [value, from, to],
  run({ value, from, to }) {
    const power = powerBetween(from, to);
    if (power === undefined)
      return new Fault('different_units', {
        text: { en: `${from} → ${to}`, zh: `${inChinese(from)} → ${inChinese(to)}` },
      });
    const factor = Exact.of(10 ** Math.abs(power));
    return power < 0 ? value.over(factor) : value.times(factor);
  },
  closed({ value, from, to }, { of, error }) {
    const power = powerBetween(from, to);
    if (power === undefined) return error('#VALUE!');
    // Divided by 1, a text that is a number is a number in Excel too.
    return power > 0 ? value.times(of(10 ** power)) : value.over(of(10 ** -power));
  },
});

export const words: Words<typeof SCALE> = {
  family: 'indicator',
  title: { en: 'Convert units', zh: '单位换算' },
  doc: {
    en: 'The same amount or quantity in another unit: 元, 万元, 亿元 or 股, 万股, 亿股 and so on.',
    zh: '换算单位后的数值：元、千元、万元、百万元、亿元，或股、份、张及其万、亿。',
  },
  returns: 'number',
  formula: { en: 'result = value × size of the unit ÷ size of the target unit', zh: '结果 = 数值 × 原单位 ÷ 目标单位' },
  errors: [
    {
      code: '#VALUE!',
      when: { en: 'One unit is money, the other a quantity.', zh: '一个是金额单位，另一个是数量单位。' },
    },
  ],
  remarks: [
    {
      en: 'Text that names its unit (97753.18万元) is read in 元 already: then the unit to convert from is 元.',
      zh: '自带单位的文本（97753.18万元）已按元读取，此时原单位应填元。',
    },
    {
      en: 'One SZSE page gives 亿元, 万元 and 万股 side by side under like names; check the header before converting.',
      zh: '深交所网页同一张表中亿元、万元、万股并列，名称相近，换算前请核对表头。',
    },
  ],
  sources: [SZSE_PUBLICATION],
  examples: [
    {
      title: { en: 'China Life, 2014-01-15: 97,753.18 万元 in 元', zh: '中国人寿，2014-01-15：97,753.18 万元换算为元' },
      args: { value: 97753.18, from: '万元', to: '元' },
      result: 977531800,
      source: DAILY_601628,
    },
    {
      title: { en: '元 in 亿元', zh: '元换算为亿元' },
      args: { value: 5960345469, from: 'yuan', to: 'yi_yuan' },
      result: 59.60345469,
    },
    {
      title: { en: '30.66 万股 in shares', zh: '30.66 万股换算为股' },
      args: { value: 30.66, from: '万股', to: '股' },
      result: 306600,
      source: DAILY_601628,
    },
    {
      title: { en: 'Money is no quantity', zh: '金额不能换算为数量' },
      args: { value: 1, from: '万元', to: '万股' },
      result: '#VALUE!',
    },
    {
      title: { en: 'No such unit', zh: '没有这个单位' },
      args: { value: 1, from: '万', to: '元' },
      result: '#VALUE!',
    },
  ],
  related: ['STANDARDIZE', 'MARGIN_BALANCE', 'LENDING_BALANCE'],
  search: ['单位换算', '万元', '亿元', '万股', 'unit', 'convert'],
};
