import { words as ACCOUNT_MONITOR } from './desk/account-monitor';
import { words as CALL_PRICES } from './desk/call-prices';
import { words as CONTRACT_LEDGER } from './desk/contract-ledger';
import { words as NET_PURCHASE_RANKING } from './desk/net-purchase-ranking';
import { words as AVAILABLE_MARGIN } from './account/available-margin';
import { words as DROP_TO_LINE } from './account/drop-to-line';
import { words as FINANCING_CALL_PRICE } from './account/financing-call-price';
import { words as LENDING_CALL_PRICE } from './account/lending-call-price';
import { words as LEVERAGE } from './account/leverage';
import { words as LIQUIDATION_QTY } from './account/liquidation-qty';
import { words as MAINTENANCE_LEVEL } from './account/maintenance-level';
import { words as MAINTENANCE_RATIO } from './account/maintenance-ratio';
import { words as MAINTENANCE_STATUS } from './account/maintenance-status';
import { words as MARGIN_DEBT } from './account/margin-debt';
import { words as STRESSED_RATIO } from './account/stressed-ratio';
import { words as TOP_UP_COLLATERAL } from './account/top-up-collateral';
import { words as TOP_UP_REPAYMENT } from './account/top-up-repayment';
import { words as WITHDRAWABLE } from './account/withdrawable';
import type { Words } from './catalogue/words-of';
import { words as FINANCING_BALANCE_BREAK } from './check/financing-balance-break';
import { words as FINANCING_REPAYMENT_IMPLIED } from './check/financing-repayment-implied';
import { words as LENDING_BALANCE_BREAK } from './check/lending-balance-break';
import { words as LENDING_QTY_BREAK } from './check/lending-qty-break';
import { words as LENDING_QTY_RETURNED_IMPLIED } from './check/lending-qty-returned-implied';
import { words as MARGIN_BALANCE_BREAK } from './check/margin-balance-break';
import { words as RECONCILE } from './check/reconcile';
import { words as STANDARDIZE } from './check/standardize';
import { words as ACCRUED_INTEREST } from './cost/accrued-interest';
import { words as CONTRACT_DUE_DATE } from './cost/contract-due-date';
import { words as FINANCING_INTEREST } from './cost/financing-interest';
import { words as FINANCING_PROFIT } from './cost/financing-profit';
import { words as INTEREST_DAYS } from './cost/interest-days';
import { words as LENDING_FEE } from './cost/lending-fee';
import { words as LENDING_PROFIT } from './cost/lending-profit';
import { words as FINANCING_BALANCE_ROLL } from './daily/financing-balance-roll';
import { words as FINANCING_REPAYMENT } from './daily/financing-repayment';
import { words as LENDING_BALANCE } from './daily/lending-balance';
import { words as LENDING_QTY_RETURNED } from './daily/lending-qty-returned';
import { words as LENDING_QTY_ROLL } from './daily/lending-qty-roll';
import { words as MARGIN_BALANCE } from './daily/margin-balance';
import type { Id } from './ids';
import { words as BALANCE_STREAK } from './indicator/balance-streak';
import { words as BALANCE_TO_FLOAT } from './indicator/balance-to-float';
import { words as BALANCE_TO_TURNOVER } from './indicator/balance-to-turnover';
import { words as BALANCE_TREND } from './indicator/balance-trend';
import { words as DAYS_TO_COVER } from './indicator/days-to-cover';
import { words as FINANCING_NET_PURCHASE } from './indicator/financing-net-purchase';
import { words as LENDING_NET_SOLD } from './indicator/lending-net-sold';
import { words as LONG_SHORT_RATIO } from './indicator/long-short-ratio';
import { words as MARGIN_TRADE_SHARE } from './indicator/margin-trade-share';
import { words as MARKET_BIAS } from './indicator/market-bias';
import { words as PURCHASE_REPAYMENT_RATIO } from './indicator/purchase-repayment-ratio';
import { words as PURCHASES_TO_TURNOVER } from './indicator/purchases-to-turnover';
import { words as QUOTA_REMAINING } from './indicator/quota-remaining';
import { words as REPAYMENT_RATE } from './indicator/repayment-rate';
import { words as SCALE } from './indicator/scale';
import { words as THRESHOLD_SIGNAL } from './indicator/threshold-signal';
import { words as BROKER_MARGIN_RATIO } from './requirement/broker-margin-ratio';
import { words as CAPACITY_TO_LINE } from './requirement/capacity-to-line';
import { words as CONVERSION_RATE_CAP } from './requirement/conversion-rate-cap';
import { words as FINANCING_MARGIN_RATIO } from './requirement/financing-margin-ratio';
import { words as LENDING_MARGIN_RATIO } from './requirement/lending-margin-ratio';
import { words as MARGIN_CAPACITY } from './requirement/margin-capacity';
import { words as MARGIN_CAPACITY_QTY } from './requirement/margin-capacity-qty';
import { words as MARGIN_REQUIRED } from './requirement/margin-required';
import { words as MIN_FINANCING_MARGIN_RATIO } from './requirement/min-financing-margin-ratio';
import { words as MIN_LENDING_MARGIN_RATIO } from './requirement/min-lending-margin-ratio';
import { words as FINANCING_BALANCE_SERIES } from './series/financing-balance-series';
import { words as LENDING_QTY_SERIES } from './series/lending-qty-series';

/** The words of every function; a function without its line here does not compile. */
const byId = {
  MARGIN_BALANCE,
  FINANCING_BALANCE_ROLL,
  FINANCING_REPAYMENT,
  LENDING_QTY_ROLL,
  LENDING_QTY_RETURNED,
  LENDING_BALANCE,

  FINANCING_BALANCE_SERIES,
  LENDING_QTY_SERIES,

  FINANCING_REPAYMENT_IMPLIED,
  LENDING_QTY_RETURNED_IMPLIED,
  FINANCING_BALANCE_BREAK,
  LENDING_QTY_BREAK,
  MARGIN_BALANCE_BREAK,
  LENDING_BALANCE_BREAK,
  STANDARDIZE,
  RECONCILE,

  FINANCING_MARGIN_RATIO,
  LENDING_MARGIN_RATIO,
  MARGIN_REQUIRED,
  BROKER_MARGIN_RATIO,
  MARGIN_CAPACITY,
  MARGIN_CAPACITY_QTY,
  CAPACITY_TO_LINE,
  MIN_FINANCING_MARGIN_RATIO,
  MIN_LENDING_MARGIN_RATIO,
  CONVERSION_RATE_CAP,

  AVAILABLE_MARGIN,
  MAINTENANCE_RATIO,
  MARGIN_DEBT,
  MAINTENANCE_LEVEL,
  MAINTENANCE_STATUS,
  DROP_TO_LINE,
  STRESSED_RATIO,
  TOP_UP_COLLATERAL,
  TOP_UP_REPAYMENT,
  LIQUIDATION_QTY,
  WITHDRAWABLE,
  FINANCING_CALL_PRICE,
  LENDING_CALL_PRICE,
  LEVERAGE,

  ACCOUNT_MONITOR,
  CALL_PRICES,
  CONTRACT_LEDGER,
  NET_PURCHASE_RANKING,

  INTEREST_DAYS,
  FINANCING_INTEREST,
  LENDING_FEE,
  ACCRUED_INTEREST,
  CONTRACT_DUE_DATE,
  FINANCING_PROFIT,
  LENDING_PROFIT,

  FINANCING_NET_PURCHASE,
  LENDING_NET_SOLD,
  PURCHASE_REPAYMENT_RATIO,
  REPAYMENT_RATE,
  LONG_SHORT_RATIO,
  BALANCE_TO_TURNOVER,
  PURCHASES_TO_TURNOVER,
  MARGIN_TRADE_SHARE,
  BALANCE_TO_FLOAT,
  DAYS_TO_COVER,
  BALANCE_STREAK,
  BALANCE_TREND,
  MARKET_BIAS,
  THRESHOLD_SIGNAL,
  QUOTA_REMAINING,
  SCALE,
} satisfies Record<Id, unknown>;

export const words = byId as unknown as Readonly<Record<string, Words>>;
