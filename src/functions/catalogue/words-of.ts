import type { Text } from '../../language';
import type { Param } from './define';
import type { Source } from './sources';

/** What a number means; amounts are 元, quantities 股/份/张, ratios fractions, dates Excel serials. */
export type Unit = 'amount' | 'quantity' | 'price' | 'ratio' | 'rate' | 'days' | 'date' | 'number' | 'word' | 'table';

export type Family = 'daily' | 'series' | 'check' | 'requirement' | 'account' | 'desk' | 'cost' | 'indicator';

/** An argument as a cell would hold it: a value, a column of values, or a block. */
export type ExampleValue =
  | string
  | number
  | boolean
  | null
  | readonly (string | number | boolean | null)[]
  | readonly (readonly (string | number | boolean | null)[])[];

/** One row of a dated table of exchange rules. */
export interface RuleRow {
  /** The first trading day on which it is in force. */
  readonly from: string;
  readonly exchanges: Text;
  /** What it lays down. */
  readonly figure: Text;
  /** Which contracts, or what else, it binds. */
  readonly binds: Text;
  readonly note?: Text;
  readonly source: Source;
  /** All of it in a sentence. */
  readonly sentence: Text;
}

export interface Example<P extends readonly Param[] = readonly Param[]> {
  readonly title: Text;
  readonly args: { readonly [K in P[number] as K['name']]?: ExampleValue };
  /** A value, an error such as '#N/A', or the whole spilled block. */
  readonly result: string | number | readonly (readonly (string | number)[])[];
  /** Where the figures come from; without it they are made up. */
  readonly source?: Source;
  readonly note?: Text;
}

/** How the columns of a result are headed, in English and 中文, and what each holds. */
export interface AnswerColumns {
  readonly headings: readonly (readonly [en: string, zh: string])[];
  /** By the English heading. */
  readonly units: Readonly<Record<string, Unit>>;
}

/** Everything about a function that a reader needs and a cell does not; never part of functions.js. */
export interface Words<D extends { readonly params: readonly Param[] } = { readonly params: readonly Param[] }> {
  readonly family: Family;
  readonly title: Text;
  /** One sentence that begins with what is returned; at most 100 characters in either language. */
  readonly doc: Text;
  readonly returns: Unit;
  /** Of a table whose columns are none of the exchanges'. */
  readonly answers?: AnswerColumns;
  /** The formula as the field writes it. */
  readonly formula: Text;
  /** What a parameter means here, where the shared words say too little. */
  readonly params?: { readonly [K in D['params'][number] as K['name']]?: Text };
  /** Which errors come out and when, beyond those every function shares. */
  readonly errors?: readonly { readonly code: string; readonly when: Text }[];
  /** What else a user should know before trusting a figure. */
  readonly remarks?: readonly Text[];
  /** The dated table that the function looks up, oldest first. */
  readonly rules?: readonly RuleRow[];
  readonly sources: readonly Source[];
  readonly examples: readonly [Example<D['params']>, ...Example<D['params']>[]];
  readonly related: readonly string[];
  /** Field codes of exchanges and vendors, and other words people search for. */
  readonly search: readonly string[];
}
