import { isoDate } from '../../cells/date';
import { Fault } from '../../cells/fault';
import { conversionRateCaps } from '../../rules/conversion-rate-caps';
import { LATEST, ruleOf } from '../../rules/rule';
import { procedure } from '../catalogue/define';
import { asset_class, choose, exchange, optionalDate, rule_date } from '../catalogue/params';
import type { Words } from '../catalogue/words-of';
import { percent, ruleRows, ruleSources } from './rule-words';

export const CONVERSION_RATE_CAP = procedure({
  id: 'CONVERSION_RATE_CAP',
  params: [asset_class, choose(exchange, 'SSE'), optionalDate(rule_date)],
  run: ({ asset_class, exchange, date }) => {
    const day = date === null ? LATEST : isoDate(date);
    const rule = ruleOf(
      conversionRateCaps.filter(({ asset, exchanges }) => asset === asset_class && exchanges.includes(exchange)),
      day,
      day,
    );
    if (!(rule instanceof Fault)) return rule.cap;
    return rule.kind === 'no_rule' ? rule.with({ text: exchange }) : rule;
  },
});

export const words: Words<typeof CONVERSION_RATE_CAP> = {
  family: 'requirement',
  title: { en: 'Conversion rate cap', zh: '折算率上限' },
  doc: {
    en: 'Highest conversion rate (折算率) into margin that the exchange allows for a class of securities.',
    zh: '交易所规定的某类证券充抵保证金的折算率上限。',
  },
  returns: 'ratio',
  formula: { en: 'the last row of the table below in force on the day', zh: '下表中该日已生效的最近一行' },
  errors: [
    {
      code: '#N/A',
      when: {
        en: 'The day lies before the first rule for the class, or the exchange is the BSE, whose caps are not sourced.',
        zh: '日期早于该类证券的首条规定；或为北交所，其折算率上限暂无可靠来源。',
      },
    },
    { code: '#VALUE!', when: { en: 'The class or the exchange is not known.', zh: '证券类别或交易所无法识别。' } },
  ],
  remarks: [
    {
      en: 'A cap: brokers set their own conversion rates, often lower, and test the P/E of shares every week.',
      zh: '此为上限：券商自定的折算率往往更低，并按周检查静态市盈率。',
    },
    {
      en: 'A P/E of exactly 300 counts. Before 2016-12-12 such a share had the cap of its class, so there is #N/A; likewise money funds and cash products before 2015-07-01.',
      zh: '恰为300倍即算在内。2016-12-12 之前此类股票按所属类别的上限，故返回 #N/A；2015-07-01 之前的货币基金与现金管理产品同理。',
    },
  ],
  rules: /*#__PURE__*/ ruleRows(conversionRateCaps, ({ asset, cap }) => ({
    en: `${asset} ${percent(cap)}`,
    zh: `${asset_class.options.find(({ value }) => value === asset)!.zh} ${percent(cap)}`,
  })),
  sources: /*#__PURE__*/ ruleSources(conversionRateCaps),
  examples: [
    {
      title: { en: 'A member of the SSE 180', zh: '上证180成份股' },
      args: { asset_class: 'index_member' },
      result: 0.7,
    },
    {
      title: { en: 'An ETF on the SZSE', zh: '深交所的ETF' },
      args: { asset_class: 'ETF', exchange: '深交所' },
      result: 0.9,
    },
    {
      title: { en: 'A share with losses, since 2016-12-12', zh: '亏损股，2016-12-12 起' },
      args: { asset_class: 'high_pe', exchange: 'SSE', date: '2016-12-12' },
      result: 0,
    },
    {
      title: { en: 'The day before, it had the cap of its class', zh: '前一日按所属类别' },
      args: { asset_class: 'high_pe', exchange: 'SSE', date: '2016-12-11' },
      result: '#N/A',
    },
    {
      title: { en: 'BSE, not sourced', zh: '北交所，暂无来源' },
      args: { asset_class: 'a_share', exchange: 'BSE' },
      result: '#N/A',
    },
  ],
  related: ['BROKER_MARGIN_RATIO', 'AVAILABLE_MARGIN'],
  search: ['haircut', 'conversionRatio', '折算率', '充抵保证金', '担保品'],
};
