import { FINANCING_BALANCE_SERIES } from '../../../src/functions/series/financing-balance-series';
import { Fault } from '../../../src/cells/fault';
import { FINANCING_REPAYMENT } from '../../../src/functions/daily/financing-repayment';
import { LENDING_BALANCE } from '../../../src/functions/daily/lending-balance';
import { AVAILABLE_MARGIN } from '../../../src/functions/account/available-margin';
import { MAINTENANCE_STATUS } from '../../../src/functions/account/maintenance-status';
import { MIN_FINANCING_MARGIN_RATIO } from '../../../src/functions/requirement/min-financing-margin-ratio';
import { SCALE } from '../../../src/functions/indicator/scale';
import { BALANCE_STREAK } from '../../../src/functions/indicator/balance-streak';
import {
  blankOf,
  breaks,
  emptyWhenBlank,
  groupsOf,
  limitsOf,
  zeroBesides,
} from '../../../src/functions/arguments/cell-rules';
import type { CellParam, Definition, Param } from '../../../src/functions/catalogue/define';
import { definitions } from '../../../src/functions/index';

const named = (definition: Definition, name: string) =>
  definition.params.find((param) => param.name === name) as Param & CellParam;
const names = (params: readonly { readonly name: string }[]) => params.map(({ name }) => name);

test.each<[Definition, string, unknown]>([
  [FINANCING_REPAYMENT, 'direct', 0],
  [FINANCING_REPAYMENT, 'positive_adjustment', 0],
  [MAINTENANCE_STATUS, 'warning_line', 1.5],
  [MAINTENANCE_STATUS, 'close_line', null],
  [MAINTENANCE_STATUS, 'language', 'zh'],
  [MIN_FINANCING_MARGIN_RATIO, 'as_of', null],
  [BALANCE_STREAK, 'balances', null],
])('$id: what a blank %s stands for', (definition, name, expected) =>
  expect(blankOf(named(definition, name))).toBe(expected),
);

test.each<[Definition, string]>([
  [MAINTENANCE_STATUS, 'ratio'],
  [MIN_FINANCING_MARGIN_RATIO, 'open_date'],
  [SCALE, 'from'],
])('$id: a blank %s is missing', (definition, name) =>
  expect(blankOf(named(definition, name))).toEqual(new Fault('missing', { param: name })),
);

test('the first limit that a number breaks is its fault', () => {
  const limits = limitsOf(named(MAINTENANCE_STATUS, 'warning_line'));
  const faultOf = (x: number) => limits.find((limit) => breaks(limit, x))?.kind;
  expect([-1, 0, 1.5, 10, 150].map(faultOf)).toEqual([
    'negative',
    undefined,
    undefined,
    undefined,
    'written_as_percent',
  ]);
});

test.each<[Definition, readonly string[]]>([
  [LENDING_BALANCE, ['qty', 'price']],
  [FINANCING_BALANCE_SERIES, ['purchases', 'repayments']],
  [MIN_FINANCING_MARGIN_RATIO, ['open_date', 'as_of']],
  [SCALE, ['value']],
])('$id: an empty row', (definition, expected) => expect(names(emptyWhenBlank(definition.params))).toEqual(expected));

test('where every cell is optional a required word makes the row', () => {
  const cap = definitions.find(({ params: [first] }) => first!.name === 'asset_class')!;
  expect(names(emptyWhenBlank(cap.params))).toContain('asset_class');
});

test('zeros that are blanks of old Excel', () => {
  const cells = LENDING_BALANCE.params.filter((param) => param.kind === 'cell');
  expect(zeroBesides(cells).map(({ param, beside }) => [param.name, beside.name])).toEqual([['price', 'qty']]);
});

test('groups and the members that decide how long they are', () =>
  expect(groupsOf(AVAILABLE_MARGIN.params).map(({ name, counting }) => [name, ...names(counting)])).toEqual([
    ['collateral', 'collateral_values'],
    ['financed', 'financed_values', 'financed_amounts'],
    ['lent', 'short_proceeds', 'lent_values'],
  ]));
