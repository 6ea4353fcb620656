// A switch of the language starts the page again; a workbook somebody has worked in goes along as it is.
import type { IWorkbookData } from '@univerjs/core';

export interface Carried {
  readonly workbook: IWorkbookData;
  /** The id of the sheet that was shown. */
  readonly shown: string;
}

const KEY = 'rzrq.workbook';

/** What the page before left for this one; taken once, so that reloading the page starts afresh. */
export function takeCarried(): Carried | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text === null ? undefined : (JSON.parse(text) as Carried);
  } catch {
    return undefined;
  }
}

/** Leaves the workbook for the next page of this tab; false where the browser has no room for it. */
export function carry(carried: Carried): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(carried));
    return true;
  } catch {
    return false;
  }
}
