import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds in a part of a page, or in the whole of it, by all of its rules or by some. */
export async function violationsIn(
  page: Page,
  part = 'html',
  rules?: readonly string[],
): Promise<readonly Violation[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async ([root, runOnly]) => {
      const { violations } = await (
        window as unknown as { axe: { run(root: string, options: object): Promise<{ violations: Violation[] }> } }
      ).axe.run(root, { resultTypes: ['violations'], ...(runOnly && { runOnly }) });
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html }) => ({ html })) }));
    },
    [part, rules] as const,
  );
}
