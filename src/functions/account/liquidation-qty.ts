import { Fault } from '../../cells/fault';
import { Exact } from '../../number/exact';
import { procedure } from '../catalogue/define';
import { assets, choose, cost_rate, debt, lot, optional, price, qty, side, target } from '../catalogue/params';
import { SSE_RULES, QUESTION_4321750 } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

const ZERO = Exact.of(0);
const ONE = Exact.of(1);
const CENT = Exact.of(0.01);

export const LIQUIDATION_QTY = procedure({
  id: 'LIQUIDATION_QTY',
  params: [assets, debt, target, price, qty, choose(side, 'sell'), optional(cost_rate, 0), optional(lot, 100)],
  run({ assets, debt, target, price, qty, side, cost_rate, lot }) {
    const lacking = target.times(debt).minus(assets);
    if (lacking.sign() <= 0) return ZERO;
    // By how much one 元 that is traded brings assets nearer to the target.
    const gain = side === 'sell' ? target.times(ONE.minus(cost_rate)).minus(ONE) : target.minus(ONE).minus(cost_rate);
    if (gain.sign() <= 0) return new Fault('target_too_low');
    const repaid = side === 'sell' ? lacking.times(ONE.minus(cost_rate)) : lacking;
    if (repaid.compare(debt.times(gain)) > 0) return new Fault('cannot_reach_by_selling');
    const perUnit = price.times(gain);
    const perLot = perUnit.times(lot);
    if (perLot.sign() === 0) return new Fault('divided_by_zero');
    const whole = roundedUp(lacking, perLot).times(lot);
    if (whole.compare(qty) <= 0) return whole;
    const rest = lacking.minus(qty.times(perUnit));
    if (rest.sign() <= 0) return qty;
    const value = roundedUp(rest, gain.times(CENT)).times(CENT);
    return new Fault('position_too_small', { text: value.toString() });
  },
});

function roundedUp(numerator: Exact, divisor: Exact): Exact {
  return ZERO.minus(ZERO.minus(numerator).floorDividedBy(divisor));
}

export const words: Words<typeof LIQUIDATION_QTY> = {
  family: 'account',
  title: { en: 'Quantity to liquidate', zh: '平仓数量' },
  doc: {
    en: 'Quantity of one security to sell or buy back so that the maintenance ratio reaches the target.',
    zh: '使维持担保比例达到目标所需卖出还款或买回还券的某只证券数量。',
  },
  returns: 'quantity',
  formula: {
    en: 'by selling: (target × debt − assets) ÷ (target × (1 − cost rate) − 1); by buying back: (target × debt − assets) ÷ (target − 1 − cost rate); ÷ price, up to whole lots, at most the whole position; never below 0',
    zh: '卖券还款：(目标 × 总负债 − 总资产) ÷ (目标 × (1 − 费率) − 1)；买券还券：(目标 × 总负债 − 总资产) ÷ (目标 − 1 − 费率)；再 ÷ 价格，向上取整手，至多全部持仓；不小于 0',
  },
  params: {
    price: { en: 'Price at which it is sold or bought back, in 元', zh: '卖出或买回的价格，元' },
    qty: { en: 'Quantity held, or borrowed and not returned', zh: '持有数量，或未偿还的融券数量' },
    cost_rate: {
      en: 'Commission and taxes as a share of the value traded: 0.15% is 0.0015',
      zh: '佣金与税费占成交金额的比例，0.15% 写作 0.0015 或 0.15%',
    },
  },
  errors: [
    {
      code: '#N/A',
      when: {
        en: 'The whole position is not enough (the sentence says for how many 元 more must be traded), or no sale reaches the target as assets are too far below debt.',
        zh: '全部持仓仍不够（提示还须平仓多少元），或总资产过低、卖光也达不到。',
      },
    },
    {
      code: '#NUM!',
      when: { en: 'The target is not above 100% by more than the costs.', zh: '目标不高于100%加交易费用。' },
    },
    {
      code: '#VALUE!',
      when: { en: 'The cost rate is above 5%: 0.15 was meant as 0.15%.', zh: '费率高于5%：0.15 应写作 0.15%。' },
    },
  ],
  remarks: [
    {
      en: 'Lots are 100 shares unless lot says otherwise (200 for the first order on STAR, 10 for bonds). The whole position may be sold as an odd lot.',
      zh: '默认每手100股，可用每手数量参数改变（债券10张等）。全部持仓可含零股一次卖出。',
    },
    {
      en: 'The ratio afterwards is at or above the target, one lot less leaves it below. All of the proceeds repay debt; the price does not move while the position is sold.',
      zh: '平仓后比例不低于目标，少平一手则低于目标。卖出所得全部用于还款；假定价格不因平仓而变动。',
    },
  ],
  sources: [
    SSE_RULES,
    {
      title: {
        en: 'Counter programs: money to be liquidated = (debt × ratio − assets) ÷ (ratio − 1)',
        zh: '柜台程序字段说明：强制平仓资金 = (总负债 × 平仓到位比例 − 总资产) ÷ (平仓到位比例 − 1)',
      },
    },
  ],
  examples: [
    {
      title: {
        en: 'Debt of 100,000, assets of 120,000, back to 150% by selling at 9.80',
        zh: '负债10万元，资产12万元，以9.80元卖出还款至150%',
      },
      args: { assets: 120000, debt: 100000, target: 1.5, price: 9.8, qty: 12000 },
      result: 6200,
      source: QUESTION_4321750,
      note: {
        en: 'The question asks for 60,000 元; the price is ours: 60,000 ÷ 9.80 is 6,122.4 shares.',
        zh: '原题答案为6万元；价格为本示例所设：6万 ÷ 9.80 = 6,122.4 股。',
      },
    },
    {
      title: { en: 'A short sale bought back, costs of 0.1%', zh: '买券还券，费率0.1%' },
      args: {
        assets: 19500000,
        debt: 15300000,
        target: 1.5,
        price: 13,
        qty: 600000,
        side: 'buy',
        cost_rate: '0.1%',
      },
      result: 531900,
    },
    {
      title: { en: 'The whole position, an odd lot', zh: '全部持仓，含零股' },
      args: { assets: 120000, debt: 100000, target: 1.5, price: 10, qty: 6030, side: 'sell', cost_rate: 0.0015 },
      result: 6030,
    },
    {
      title: { en: 'The whole position is not enough', zh: '全部持仓仍不够' },
      args: { assets: 120000, debt: 100000, target: 1.5, price: 10, qty: 5000 },
      result: '#N/A',
    },
    {
      title: { en: 'At the target already', zh: '已达目标' },
      args: { assets: 150000, debt: 100000, target: 1.5, price: 10, qty: 5000 },
      result: 0,
    },
  ],
  related: ['TOP_UP_REPAYMENT', 'TOP_UP_COLLATERAL', 'MAINTENANCE_STATUS', 'STRESSED_RATIO'],
  search: ['强平', '强制平仓', '爆仓', '平仓数量', 'forced liquidation', 'deleverage'],
};
