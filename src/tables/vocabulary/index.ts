import type { Column } from '../columns';
import { headerWord } from '../header-word';
import { canonical } from './canonical';
import { bse, sse, szse } from './exchanges';
import {
  amazingData,
  datayes,
  jydb,
  lixinger,
  projects,
  quantaxis,
  windSets,
  windTables,
  xueqiu,
  zhitu,
} from './databases';
import { bare, plain } from './plain';
import { akshare, eastmoney, ifind, joinquant, joinquantTotal, rqdata, tushare, wind } from './vendors';
import type { Vocabulary } from './vocabulary';

/** In the order in which keys are preferred: what STANDARDIZE wrote stands first. */
const vocabularies: readonly Vocabulary[] = [
  canonical,
  sse,
  szse,
  bse,
  tushare,
  rqdata,
  wind,
  windTables,
  windSets,
  joinquant,
  joinquantTotal,
  eastmoney,
  ifind,
  akshare,
  jydb,
  datayes,
  amazingData,
  xueqiu,
  lixinger,
  zhitu,
  quantaxis,
  projects,
  plain,
  bare,
];

/** What a header word means to one source. */
export interface Reading {
  readonly source: string;
  readonly column: Column;
  /** The lower, the rather this word is taken where several name the same key. */
  readonly rank: number;
}

const readings = new Map<string, Reading[]>();
let rank = 0;
for (const { source, words } of vocabularies) {
  for (const [column, spellings] of Object.entries(words) as [Column, readonly string[]][]) {
    for (const word of new Set(spellings.map(headerWord))) {
      readings.set(word, [...(readings.get(word) ?? []), { source, column, rank: rank++ }]);
    }
  }
}

/** Every meaning of a header word; none where no source uses it. */
export function readingsOf(word: string): readonly Reading[] {
  return readings.get(word) ?? [];
}

/** Every header word, for what is nearly one. */
export function knownWords(): Iterable<string> {
  return readings.keys();
}
