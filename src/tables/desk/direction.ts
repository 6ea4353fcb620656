import type { Cell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import { headerWord } from '../header-word';
import type { Column } from './figure';

/** Collateral, bought with financing, sold short, or everything held with the financed shares inside. */
export type Direction = 'collateral' | 'financed' | 'lent' | 'holding';

const WORDS: readonly (readonly [RegExp, Direction])[] = [
  [/^(?:担保|自有|普通|collateral)/, 'collateral'],
  [/^(?:融资|资金负债|financ|fin$)/, 'financed'],
  [/^(?:融券|股票负债|lent|lend|short|slo$)/, 'lent'],
  [/^(?:持仓|持有|holding|held)/, 'holding'],
];

const ZERO_ONE = { 0: 'financed', 1: 'lent' } as const;

/** A bare number says something only under the field name of the counter that uses it. */
const CODES: Readonly<Record<string, Readonly<Record<string, Direction>>>> = {
  compacttype: { ...ZERO_ONE, 48: 'financed', 49: 'lent' },
  mecompacttype: { 48: 'financed', 49: 'lent' },
  creditdirect: ZERO_ONE,
  creditdebttype: ZERO_ONE,
  chcontracttype: ZERO_ONE,
  contracttype: { 1: 'financed', 2: 'lent' },
};

/** 国信 OX writes 华泰 MATIC's contract_type so, and says nowhere what its codes are. */
const OF_UNKNOWN_CODES = 'ContractType';

/** What a row is; a blank, an unknown word or a bare code is none. */
export function readDirection(cell: Cell, column: Column | undefined, at: number): Direction | Fault {
  if (cell instanceof Fault) return cell;
  const param = column?.header ?? '';
  if (cell === null) return new Fault('missing', { param, at });
  const word = headerWord(String(cell));
  const codes = param === OF_UNKNOWN_CODES ? undefined : CODES[column?.word ?? ''];
  const found = codes?.[word] ?? WORDS.find(([pattern]) => pattern.test(word))?.[1];
  return found ?? new Fault('not_a_direction', { param, text: String(cell), at });
}
