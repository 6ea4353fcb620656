/** Published figures, and breaks of them, that a formula of each template brings out on its first sheet. */
export const TEMPLATE_FIGURES: Readonly<Record<string, readonly (number | string)[]>> = {
  'daily-balances': [-8661398, 35449852, 13505389656],
  'credit-account': [2.25, 3450000],
  'account-monitor': [19500000, 15300000, 4200000],
  'net-purchase-ranking': [76017811, 5497686207],
  reconciliation: [-8661398, '差异', '一致'],
  'market-indicators': [114525446432, 20680012745],
  'worked-examples': [98735.47, 13516483857, 30948761.1],
};

/** Far enough for all of them. */
export const CORNER = 'A1:T80';
