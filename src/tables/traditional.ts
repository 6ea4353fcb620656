/** The characters of these tables that are written otherwise in Hong Kong and Taiwan, each before its simplified form. */
const PAIRS =
  '證证碼码簡简稱称買买賣卖償偿還还額额餘余資资數数價价盤盘幣币單单億亿萬万總总計计負负債债擔担維维賬账帳账戶户號号產产現现類类約约編编開开倉仓間间時时標标滬沪場场務务淨净變变動动張张佔占費费權权環环業业績绩營营漲涨據据來来註注備备說说頻频區区國国為为匯汇當当後后結结質质積积預预終终續续歸归調调狀状態态參参與与';

const SIMPLIFIED = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS[2 * i]!, PAIRS[2 * i + 1]!] as const),
);
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

/** 融資餘額 as 融资余额; other texts as they are. */
export function simplified(text: string): string {
  return text.replace(TRADITIONAL, (char) => SIMPLIFIED.get(char)!);
}
