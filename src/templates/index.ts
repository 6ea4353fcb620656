import { creditAccount } from './credit-account';
import { dailyBalances } from './daily-balances';
import { marketIndicators } from './market-indicators';
import { reconciliation } from './reconciliation';
import type { Template } from './template';
import { workedExamples } from './worked-examples';

export type { Block, Content, Template, TemplateChart, TemplateSheet } from './template';

/** In the order in which they are offered. */
export const templates: readonly Template[] = [
  dailyBalances,
  creditAccount,
  reconciliation,
  marketIndicators,
  workedExamples,
];
