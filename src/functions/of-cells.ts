import { AVAILABLE_MARGIN } from './account/available-margin';
import { DROP_TO_LINE } from './account/drop-to-line';
import { FINANCING_CALL_PRICE } from './account/financing-call-price';
import { LENDING_CALL_PRICE } from './account/lending-call-price';
import { LEVERAGE } from './account/leverage';
import { LIQUIDATION_QTY } from './account/liquidation-qty';
import { MAINTENANCE_LEVEL } from './account/maintenance-level';
import { MAINTENANCE_RATIO } from './account/maintenance-ratio';
import { MAINTENANCE_STATUS } from './account/maintenance-status';
import { MARGIN_DEBT } from './account/margin-debt';
import { STRESSED_RATIO } from './account/stressed-ratio';
import { TOP_UP_COLLATERAL } from './account/top-up-collateral';
import { TOP_UP_REPAYMENT } from './account/top-up-repayment';
import { WITHDRAWABLE } from './account/withdrawable';
import { FINANCING_BALANCE_BREAK } from './check/financing-balance-break';
import { FINANCING_REPAYMENT_IMPLIED } from './check/financing-repayment-implied';
import { LENDING_BALANCE_BREAK } from './check/lending-balance-break';
import { LENDING_QTY_BREAK } from './check/lending-qty-break';
import { LENDING_QTY_RETURNED_IMPLIED } from './check/lending-qty-returned-implied';
import { MARGIN_BALANCE_BREAK } from './check/margin-balance-break';
import { ACCRUED_INTEREST } from './cost/accrued-interest';
import { CONTRACT_DUE_DATE } from './cost/contract-due-date';
import { FINANCING_INTEREST } from './cost/financing-interest';
import { FINANCING_PROFIT } from './cost/financing-profit';
import { INTEREST_DAYS } from './cost/interest-days';
import { LENDING_FEE } from './cost/lending-fee';
import { LENDING_PROFIT } from './cost/lending-profit';
import { FINANCING_BALANCE_ROLL } from './daily/financing-balance-roll';
import { FINANCING_REPAYMENT } from './daily/financing-repayment';
import { LENDING_BALANCE } from './daily/lending-balance';
import { LENDING_QTY_RETURNED } from './daily/lending-qty-returned';
import { LENDING_QTY_ROLL } from './daily/lending-qty-roll';
import { MARGIN_BALANCE } from './daily/margin-balance';
import { BALANCE_STREAK } from './indicator/balance-streak';
import { BALANCE_TO_FLOAT } from './indicator/balance-to-float';
import { BALANCE_TO_TURNOVER } from './indicator/balance-to-turnover';
import { BALANCE_TREND } from './indicator/balance-trend';
import { DAYS_TO_COVER } from './indicator/days-to-cover';
import { FINANCING_NET_PURCHASE } from './indicator/financing-net-purchase';
import { LENDING_NET_SOLD } from './indicator/lending-net-sold';
import { LONG_SHORT_RATIO } from './indicator/long-short-ratio';
import { MARGIN_TRADE_SHARE } from './indicator/margin-trade-share';
import { MARKET_BIAS } from './indicator/market-bias';
import { PURCHASE_REPAYMENT_RATIO } from './indicator/purchase-repayment-ratio';
import { PURCHASES_TO_TURNOVER } from './indicator/purchases-to-turnover';
import { QUOTA_REMAINING } from './indicator/quota-remaining';
import { REPAYMENT_RATE } from './indicator/repayment-rate';
import { SCALE } from './indicator/scale';
import { THRESHOLD_SIGNAL } from './indicator/threshold-signal';
import { BROKER_MARGIN_RATIO } from './requirement/broker-margin-ratio';
import { CAPACITY_TO_LINE } from './requirement/capacity-to-line';
import { CONVERSION_RATE_CAP } from './requirement/conversion-rate-cap';
import { FINANCING_MARGIN_RATIO } from './requirement/financing-margin-ratio';
import { LENDING_MARGIN_RATIO } from './requirement/lending-margin-ratio';
import { MARGIN_CAPACITY } from './requirement/margin-capacity';
import { MARGIN_CAPACITY_QTY } from './requirement/margin-capacity-qty';
import { MARGIN_REQUIRED } from './requirement/margin-required';
import { MIN_FINANCING_MARGIN_RATIO } from './requirement/min-financing-margin-ratio';
import { MIN_LENDING_MARGIN_RATIO } from './requirement/min-lending-margin-ratio';
import { FINANCING_BALANCE_SERIES } from './series/financing-balance-series';
import { LENDING_QTY_SERIES } from './series/lending-qty-series';

/** The functions of cells and ranges. */
export const ofCells = {
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
};
