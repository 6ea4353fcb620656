import { RECONCILE } from './check/reconcile';
import { STANDARDIZE } from './check/standardize';
import { ACCOUNT_MONITOR } from './desk/account-monitor';
import { CALL_PRICES } from './desk/call-prices';
import { CONTRACT_LEDGER } from './desk/contract-ledger';
import { NET_PURCHASE_RANKING } from './desk/net-purchase-ranking';

/** The functions of whole tables with their headers: in Excel a script of their own, as most sheets do without. */
export const ofTables = {
  STANDARDIZE,
  RECONCILE,
  ACCOUNT_MONITOR,
  CALL_PRICES,
  CONTRACT_LEDGER,
  NET_PURCHASE_RANKING,
};
