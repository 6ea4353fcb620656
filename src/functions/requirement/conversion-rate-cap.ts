import { Fault } from '../../cells/fault';
import { conversionRateCaps, type AssetClass } from '../../rules/conversion-rate-caps';
import { rowsFor } from '../../rules/rows-for';
import { type Exchange, figureOf, type LookUp } from '../../rules/rule';
import { procedure } from '../catalogue/define';
import { asset_class, choose, exchange, optionalDate, rule_date } from '../catalogue/params';
import type { Words } from '../catalogue/words-of';
import { COLLATERAL, ruleRows, ruleSources } from './rule-words';

const rowsOf = /*#__PURE__*/ rowsFor(
  conversionRateCaps,
  ({ asset, exchanges }, asset_class: AssetClass, exchange: Exchange) =>
    asset === asset_class && exchanges.includes(exchange),
);

const lookUp = <D>({
  asset_class,
  exchange,
  date,
}: {
  readonly asset_class: AssetClass;
  readonly exchange: Exchange;
  readonly date: D | null;
}): LookUp<D> => ({
  rules: rowsOf(asset_class, exchange),
  opened: date,
  judged: null,
});

export const CONVERSION_RATE_CAP = procedure({
  id: 'CONVERSION_RATE_CAP',
  params: [asset_class, choose(exchange, 'SSE'), optionalDate(rule_date)],
  lookUp,
  run: (args) => {
    const { asset_class, exchange } = args;
    const cap = figureOf(lookUp(args));
    return cap instanceof Fault && cap.kind === 'no_rule'
      ? cap.with({ text: [nameOf(asset_class), exchangeName(exchange)] })
      : cap;
  },
});

function exchangeName(name: Exchange) {
  return { en: name, zh: exchange.options.find(({ value }) => value === name)!.zh };
}

function nameOf(asset: AssetClass) {
  return { en: asset, zh: asset_class.options.find(({ value }) => value === asset)!.zh };
}

export const words: Words<typeof CONVERSION_RATE_CAP> = {
  family: 'requirement',
  title: { en: 'Conversion rate cap', zh: '折算率上限' },
  doc: {
    en: 'Highest conversion rate (折算率) the exchange allows for a class of securities; sources in help.',
    zh: '交易所规定的某类证券充抵保证金的折算率上限；来源见帮助。',
  },
  returns: 'ratio',
  formula: { en: 'the last row of the table below in force on the day', zh: '下表中该日已生效的最近一行' },
  errors: [
    {
      code: '#N/A',
      when: {
        en: 'The day lies before the first rule for the class; the exchange has no rule for it (BSE: warrants); or what held on the day was not found (risk_warning and warrant before 2011-11-25).',
        zh: '日期早于该类证券的首条规定；该交易所对此无规定（北交所：权证）；或当日的规定未找到（2011-11-25 之前的风险警示证券与权证）。',
      },
    },
    { code: '#VALUE!', when: { en: 'The class or the exchange is not known.', zh: '证券类别或交易所无法识别。' } },
  ],
  remarks: [
    {
      en: 'A conversion rate is the share of a value that counts as margin; its complement, the part taken off, is called a haircut elsewhere.',
      zh: '折算率是市值中计入保证金的部分；被扣减的部分在英文资料中称 haircut，与折算率互为余数。',
    },
    {
      en: 'A cap: brokers set their own conversion rates, often lower, and test the P/E of shares every week.',
      zh: '此为上限：券商自定的折算率往往更低，并按周检查静态市盈率。',
    },
    {
      en: 'index_member: of the SSE 180 or the SZSE 100; on the BSE, of an index that it names. STAR and ChiNext shares are a_share unless they are members. Convertible, corporate, enterprise and local government bonds are bond, LOFs and REITs are fund, as brokers list them.',
      zh: '成份股：上证180、深证100，北交所为其认定的指数。科创板、创业板股票非成份股的按其他A股。可转债、公司债、企业债、地方债按其他债券，LOF、REITs按其他基金（与券商名单一致）。',
    },
    {
      en: 'risk_warning: ST and suspended from listing in the text of 2011, also in the delisting period since 2015; suspension from listing is gone from today’s text.',
      zh: '风险警示：2011年文本为特别处理与暂停上市，2015年起含退市整理期；现行文本已无暂停上市。',
    },
    {
      en: 'A P/E of exactly 300 counts. Before 2016-12-12 such a share had the cap of its class, so there is #N/A; likewise money funds and cash products before 2015-07-01.',
      zh: '恰为300倍即算在内。2016-12-12 之前此类股票按所属类别的上限，故返回 #N/A；2015-07-01 之前的货币基金与现金管理产品同理。',
    },
  ],
  rules: /*#__PURE__*/ ruleRows(conversionRateCaps, COLLATERAL, ({ asset }, figure) => ({
    en: `${asset} ${figure.en}`,
    zh: `${nameOf(asset).zh} ${figure.zh}`,
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
      title: { en: 'A share on the BSE', zh: '北交所股票' },
      args: { asset_class: 'a_share', exchange: 'BSE' },
      result: 0.65,
    },
    {
      title: { en: 'A convertible bond', zh: '可转债' },
      args: { asset_class: '可转债', exchange: 'SZSE' },
      result: 0.8,
    },
    {
      title: { en: 'ST shares in 2010: what held was not found', zh: '2010年的ST股票：当时规定未找到' },
      args: { asset_class: 'risk_warning', exchange: 'SSE', date: '2010-06-01' },
      result: '#N/A',
    },
  ],
  related: ['BROKER_MARGIN_RATIO', 'AVAILABLE_MARGIN'],
  search: ['haircut', 'conversionRatio', '折算率', '充抵保证金', '担保品', '折扣率', 'REITs', '可转债'],
};
