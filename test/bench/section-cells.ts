import { bundle } from '../support/bundle';
import { median } from './measure';
import { run } from './process';
import { atMost, section, table, times, type Section } from './report';

const PROCESSES = 3;

interface Rolls {
  readonly first: number;
  readonly median: number;
}

/** A process that has seen every kind of cell, what bad cells cost, and dated rules. */
export async function cellSection(): Promise<Section> {
  const cells = await bundle('bench/cells');
  const processes = Array.from({ length: PROCESSES }, () => ({
    fresh: run<Rolls>(cells, 'fresh'),
    used: run<Rolls>(cells, 'used'),
  }));
  const ratioOf = (which: keyof Rolls) => median(processes.map(({ fresh, used }) => used[which] / fresh[which]));
  const { badToGood, ruleToJson } = run<{ badToGood: number; ruleToJson: number }>(cells, 'costs');
  return section(
    'Cells of every kind',
    'A used process: 2,000 rows of blanks, texts, errors, dates and wrapped numbers through every function, then rolls over a million rows, beside those of a fresh process. The engine has thrown away what it learnt before the first of them; the others are the median of 9. A million different texts that are no numbers, with an error object for each, beside a million that are. 100,000 dates through a dated rule beside the JSON of its cells.',
    table(
      ['what', 'ratio'],
      [
        ['roll in a used process ÷ in a fresh one', atMost(1.5, ratioOf('median'))],
        ['its first roll ÷ the first of a fresh one', times(ratioOf('first'))],
        ['bad texts ÷ good texts', atMost(4, badToGood)],
        ['MIN_FINANCING_MARGIN_RATIO ÷ JSON', atMost(3, ruleToJson)],
      ],
    ),
  );
}
