import type { Definition } from './catalogue/define';

/**
 * `=RZRQ.NAME(a,,b)`; optional arguments at the end that are left out are not written, but Excel refuses a call without
 * the place of a required one.
 */
export function callText({ id, params }: Definition, texts: readonly string[]): string {
  const args = [...texts];
  while (args[args.length - 1] === '' && params[args.length - 1]?.optional) args.pop();
  return `=RZRQ.${id}(${args.join(',')})`;
}
