import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Metadata } from '../../src/playground/metadata';
import { addScript, newPage } from '../support/browser';
import { median } from './measure';
import type * as univer from './univer';

const OPENINGS = 3;
const dist = resolve(__dirname, '../../dist');

/** Milliseconds that the embedded workbook's engine takes over so many rolls in Chromium, each time in a page of its own. */
export async function embedded(browser: Browser, script: string, rows: number, kind: univer.Formulas): Promise<number> {
  const metadata = JSON.parse(readFileSync(resolve(dist, 'functions.json'), 'utf8')) as Metadata;
  const all: number[] = [];
  for (let i = 0; i < OPENINGS; i++) {
    const { page, close } = await newPage(browser);
    await addScript(page, script);
    await addScript(page, resolve(dist, 'functions.js'));
    all.push(
      await page.evaluate(
        ([metadata, rows, kind]) =>
          (window as unknown as { bundled: typeof univer }).bundled.openRolls(metadata, rows, kind),
        [metadata, rows, kind] as const,
      ),
    );
    await close();
  }
  return median(all);
}
