import { Fault } from '../../cells/fault';
import type { Given } from '../../tables/scales';
import { readSheet } from '../../tables/sheet';
import { standardize } from '../../tables/standard';
import { tableProcedure } from '../catalogue/define';
import { amount_unit, choose, language, qty_unit, table } from '../catalogue/params';
import { DAILY_601628, SSE_PUBLICATION, SZSE_DETAIL_2015, SZSE_PUBLICATION, VENDOR_FIELDS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

const POWERS = {
  yuan: 0,
  thousand_yuan: 3,
  wan_yuan: 4,
  million_yuan: 6,
  yi_yuan: 8,
  share: 0,
  wan_share: 4,
  yi_share: 8,
} as const;

export const STANDARDIZE = tableProcedure({
  id: 'STANDARDIZE',
  params: [table, choose(amount_unit, 'auto'), choose(qty_unit, 'auto'), choose(language, 'zh')],
  run({ table, amount_unit, qty_unit, language }) {
    const sheet = readSheet(table);
    if (sheet instanceof Fault) return sheet;
    const given: Given = {
      ...(amount_unit === 'auto' ? {} : { amount: POWERS[amount_unit] }),
      ...(qty_unit === 'auto' ? {} : { quantity: POWERS[qty_unit] }),
    };
    return standardize(sheet, given, language);
  },
});

export const words: Words<typeof STANDARDIZE> = {
  family: 'check',
  title: { en: 'Canonical table', zh: '统一口径' },
  doc: {
    en: 'Canonical table of margin data from any published or vendor table, in 元 and 股.',
    zh: '由交易所或数据商的任一融资融券表得到统一列名、以元和股计的表格。',
  },
  returns: 'table',
  formula: {
    en: 'exchange, date, code, name, then financing balance, purchases, repayments, quantity on loan, sold, returned, lending balance, margin balance; sorted by exchange, code and date',
    zh: '交易所、日期、代码、名称，其后为融资余额、融资买入额、融资偿还额、融券余量、融券卖出量、融券偿还量、融券余额、融资融券余额；按交易所、代码、日期排序',
  },
  params: {
    table: {
      en: 'Table with its header row: files, pages or JSON of SSE, SZSE and BSE, or of a vendor',
      zh: '带标题行的表格：沪深北交易所的文件、网页或 JSON，或数据商的表',
    },
  },
  errors: [
    {
      code: '#VALUE!',
      when: {
        en: 'No header is known, or one means different things to different sources and neither its neighbours nor the rows decide.',
        zh: '标题均无法识别，或某标题在不同来源含义不同而相邻列与数据均不能判定。',
      },
    },
    {
      code: '#VALUE!',
      when: {
        en: 'The unit of a figure cannot be told: quantities have decimals, or a column beside others in 万元 states none and its size does not show it.',
        zh: '无法判断数据的单位：数量带小数，或其余各列注明万元而该列未注明、从大小也看不出。',
      },
    },
    {
      code: '#VALUE!',
      when: {
        en: 'The table is of another kind (转融券, 转融资, 标的证券, an account), a second table follows in it, its rows stand unsplit in one column, or it was opened in the wrong encoding.',
        zh: '表格属于其他种类（转融券、转融资、标的证券、账户），其中接有第二张表，文本未分列，或以错误的编码打开。',
      },
    },
  ],
  remarks: [
    {
      en: 'To check a table, RECONCILE it first and standardize it then: figures printed in 万元 carry their rounding with them into 元, where it reads as a break.',
      zh: '核对请先用 RECONCILE，再统一口径：以万元印出的数据换算成元后，其舍入看起来就是差异。',
    },
    {
      en: 'A unit is taken from the argument, a unit column, the header or the merged cell above it, a row of units below it, a caption above it, what the source is known to publish, or the columns beside it; a bare header means 元 and 股. A cell that says its own unit (6.6亿) is believed.',
      zh: '单位依次取自参数、单位列、标题或其上方合并单元格、标题下的单位行、表上方的说明、来源的惯例、相邻各列；未注明者为元和股。单元格自带单位（6.6亿）时以其为准。',
    },
    {
      en: 'RQData’s margin_balance is the financing balance, Eastmoney’s MARGIN_BALANCE both balances together; JoinQuant’s sec_value is a quantity in get_mtss and money in STK_MT_TOTAL: the rows or the fields beside it decide, or the table is refused.',
      zh: '米筐的 margin_balance 是融资余额，东方财富的 MARGIN_BALANCE 是融资融券余额；聚宽的 sec_value 在 get_mtss 中是数量，在 STK_MT_TOTAL 中是金额：由各行数据或相邻字段判定，判定不了则拒绝。',
    },
    {
      en: 'A code, day or exchange is also recognised by what its column holds. Codes that stand only in the first of merged cells are filled down; a block of columns per market (上海 | 深圳 | 合计) becomes a row per market. Notes, source lines, headers again and rows of dots are left out, and a day in them is the table’s day.',
      zh: '代码、日期、交易所也可由列中内容认出。只在合并单元格首行出现的代码向下补齐；按市场并列的各组列（上海 | 深圳 | 合计）每个市场成为一行。注释、数据来源、重复的标题行和省略号行不列入，其中的日期即为该表日期。',
    },
    {
      en: 'A header with one slip of the pen is read where nothing else can be meant, and a row that stands beside its columns is put back where its keys or its sum show it; otherwise its figures are errors.',
      zh: '标题有一处笔误而别无他解时照读；整行错位而由代码、日期或合计可以看出时复位，否则该行数据为错误值。',
    },
    {
      en: 'What no word can show: a vendor that swaps its labels (wisecon prints RQYL under 融券余额), a header that names another figure than its column holds, figures shifted under their neighbours in a table without a total, and a unit that is missing everywhere.',
      zh: '从文字看不出的：数据商自己把标签写反（wisecon 在“融券余额”下放 RQYL），标题写成另一项目，没有合计列的表中数据错到相邻列，以及全表都没有单位。',
    },
    {
      en: 'The exchange comes from its column, the suffix or prefix of the code, or the code range where that is certain (bond codes overlap and stay without one).',
      zh: '交易所取自其列、代码的前后缀，或可以确定的代码段（债券代码段重叠，不作推断）。',
    },
    {
      en: 'No figure is dropped: unknown columns stay at the right; total rows come after the securities of their exchange, rows without an exchange last. Figures that were not published stay blank; quantities in 手 stay in 手.',
      zh: '不丢弃任何数据：不认识的列留在右侧；合计行排在所属交易所各证券之后，没有交易所的行排在最后。未公布的数据留空；以手计的数量仍以手计。',
    },
    {
      en: 'Eastmoney’s 差值 (RZRQYECZ) is the financing less the lending balance, not a change from day to day; it stays at the right.',
      zh: '东方财富的“差值”（RZRQYECZ）是融资余额减融券余额，并非逐日变动；该列留在右侧。',
    },
  ],
  sources: [SSE_PUBLICATION, SZSE_PUBLICATION, VENDOR_FIELDS],
  examples: [
    {
      title: { en: 'China Life, 2014-01-15, with a row of units', zh: '中国人寿，2014-01-15，标题下为单位行' },
      args: {
        table: [
          ['交易日期', '融资余额', '融资买入额', '融券余额', '融券卖出量', '融资融券余额'],
          [null, '(万元)', '(万元)', '(万元)', '(万股)', '(万元)'],
          ['2014-01-15', 97753.18, 1583.26, 982.29, 30.66, 98735.47],
        ],
      },
      result: [
        [
          '交易所',
          '日期',
          '代码',
          '名称',
          '融资余额',
          '融资买入额',
          '融资偿还额',
          '融券余量',
          '融券卖出量',
          '融券偿还量',
          '融券余额',
          '融资融券余额',
        ],
        ['', 41654, '', '', 977531800, 15832600, '', '', 306600, '', 9822900, 987354700],
      ],
      source: DAILY_601628,
    },
    {
      title: {
        en: 'RQData fields: margin_balance is the financing balance',
        zh: '米筐字段：margin_balance 是融资余额',
      },
      args: {
        table: [
          ['order_book_id', 'date', 'margin_balance', 'short_balance', 'total_balance'],
          ['000001.XSHE', '2015-04-20', 5960345469, 30948760, 5991294229],
        ],
        language: 'en',
      },
      result: [
        [
          'exchange',
          'date',
          'code',
          'name',
          'financing_balance',
          'purchases',
          'repayments',
          'lending_qty',
          'sold',
          'returned',
          'lending_balance',
          'margin_balance',
        ],
        ['SZSE', 42114, '000001', '', 5960345469, '', '', '', '', '', 30948760, 5991294229],
      ],
      source: SZSE_DETAIL_2015,
    },
    {
      title: { en: 'margin_balance alone could be either balance', zh: '仅有 margin_balance，无法判定是哪个余额' },
      args: {
        table: [
          ['date', 'margin_balance'],
          ['2015-04-20', 5960345469],
        ],
      },
      result: '#VALUE!',
    },
  ],
  related: ['RECONCILE', 'SCALE', 'MARGIN_BALANCE_BREAK'],
  search: [
    'rzye',
    'rqylje',
    'jrrzye',
    'ts_code',
    'order_book_id',
    'sec_code',
    'SECUCODE',
    'RZRQYECZ',
    'mrg_long_bal',
    'ths_margin_trading_balance',
    '清洗',
    '标准化',
    '列名',
  ],
};
