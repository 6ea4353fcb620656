import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decimal as Whole } from 'decimal.js';
import plainDecimal from '../../src/dev/plain-decimal.js';

const SRC = join(__dirname, '../../src');
const source = readFileSync(join(__dirname, '../../node_modules/decimal.js/decimal.mjs'), 'utf8');

const scripts = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
const methods = [...plainDecimal.LEFT_OUT].join('|');

test('nothing of ours calls what is left out of decimal.js', () => {
  const call = new RegExp(`(?<!\\b(?:Math|console))\\.(?:${methods})\\(`, 'g');
  expect('new Decimal(2).pow(3)'.match(call)).toEqual(['.pow(']);
  const called = scripts.flatMap((path) => [...readFileSync(join(SRC, path), 'utf8').matchAll(call)].map(() => path));
  expect(scripts.length).toBeGreaterThan(100);
  expect(called).toEqual([]);
});

test('what is left calculates', () => {
  const script = plainDecimal(source).replace('export var', 'var').replace('export default', 'return');
  const Decimal = new Function(script)() as typeof Whole;
  const third = new (Decimal.clone({ precision: 40 }))(1).div(3);
  expect(third.toFixed()).toBe(`0.${'3'.repeat(40)}`);
  expect(new Decimal('97753.18').plus('982.29').times(3).minus(1).toNumber()).toBe(296205.41);
  expect(new Decimal(7).divToInt(2).abs().floor().toPrecision(2)).toBe('3.0');
  expect('cos' in Decimal.prototype).toBe(false);
});

test('another decimal.js, which names its parts otherwise, is not taken as it is', () => {
  expect(() => plainDecimal(source.replace(/P\.cosine = P\.cos\b/, 'P.other'))).toThrow('cosine');
});
