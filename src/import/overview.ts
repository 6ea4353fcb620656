import type { FileSeen } from './files';
import type { Finding } from './finding';
import type { DayFrom, ExchangeFrom } from './part';

/** A sheet whose rows were taken. */
export interface PartLine {
  readonly part: number;
  readonly file: number;
  readonly sheet: string;
  readonly exchanges: readonly string[];
  readonly exchangeFrom: ExchangeFrom | undefined;
  /** Serials; 0 where no day is known. */
  readonly first: number;
  readonly last: number;
  readonly dayFrom: DayFrom | undefined;
  /** Powers of ten of 元 and 股. */
  readonly amount: number | undefined;
  readonly quantity: number | undefined;
  readonly rows: number;
  readonly securities: number;
  readonly figures: number;
}

export interface ExchangeDays {
  readonly exchange: string;
  readonly days: number;
  readonly first: number;
  readonly last: number;
  readonly rows: number;
}

export interface ToldFinding extends Finding {
  readonly sentence: string;
}

/** What is to be seen before anything is written; plain data, so that a worker can hand it over. */
export interface Overview {
  readonly files: readonly FileSeen[];
  readonly parts: readonly PartLine[];
  readonly days: readonly ExchangeDays[];
  /** Different ones of all exchanges. */
  readonly dayCount: number;
  readonly findings: readonly ToldFinding[];
  /** Questions without an answer. */
  readonly open: number;
}
