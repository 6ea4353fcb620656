import type { Language } from '../language';
import type { Overview } from './overview';
import type { Plan, PlannedSheet } from './write-plan';

/** A file as the browser has it; `name` and `folder` stand beside it, as a pasted table has neither. */
export interface ChosenFile {
  readonly name: string;
  readonly folder: string;
  readonly file: Blob;
}

/** What the page asks of the worker, by name. */
export interface Requests {
  begin(language: Language): void;
  add(files: readonly ChosenFile[]): void;
  addExisting(name: string, rows: readonly (readonly unknown[])[]): void;
  append(appends: boolean): void;
  answer(id: string, value: string | undefined): void;
  setDay(part: number, day: number): void;
  shiftDays(parts: readonly number[], step: -1 | 1): void;
  overview(): Overview;
  sheetsOf(plan: Plan): readonly PlannedSheet[];
  rows(plan: Plan, sheet: number, from: number, count: number): readonly (readonly (string | number)[])[];
}

export interface Request {
  readonly id: number;
  readonly method: keyof Requests;
  readonly args: readonly unknown[];
}

export type Reply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly id: number; readonly done: number; readonly total: number };
