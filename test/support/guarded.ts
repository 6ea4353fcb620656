/** What FINANCING_NET_PURCHASE of two cells becomes. */
export const netPurchase = (a: string, b: string): string =>
  `=IF(${a}&${b}="","",IF(COUNT(${a},${b})=COUNTA(${a},${b}),${a}-${b},NA()))`;

/** What FINANCING_BALANCE_ROLL of three cells becomes. */
export const roll = (prior: string, purchases: string, repayments: string): string =>
  `=IF(${purchases}&${repayments}="","",IF(COUNT(${prior},${purchases},${repayments})=COUNTA(${purchases},${repayments})+1,${prior}+${purchases}-${repayments},NA()))`;

/** What one day of a series becomes. */
export const total = (opening: string, purchases: string, repayments: string): string =>
  `=IF(COUNT(${opening},${purchases},${repayments})=COUNTA(${purchases},${repayments})+1,${opening}+SUM(${purchases})-SUM(${repayments}),NA())`;
