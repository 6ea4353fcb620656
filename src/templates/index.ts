import { accountMonitor } from './account-monitor';
import { creditAccount } from './credit-account';
import { dailyBalances } from './daily-balances';
import { marketIndicators } from './market-indicators';
import { netPurchaseRanking } from './net-purchase-ranking';
import { reconciliation } from './reconciliation';
import type { Template } from './template';
import { workedExamples } from './worked-examples';

export type { Block, Content, Template, TemplateChart, TemplateSheet } from './template';

/** In the order in which they are offered. */
export const templates: readonly Template[] = [
  dailyBalances,
  creditAccount,
  accountMonitor,
  reconciliation,
  netPurchaseRanking,
  marketIndicators,
  workedExamples,
];
