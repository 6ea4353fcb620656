import { median, medianOf, type Turn } from './measure';
import { run } from './process';
import { atMost, milliseconds, type Section, section, table, thousands, times } from './report';

const PROCESSES = 5;
/** So many times as long as fx takes to read each text once. */
const MOST = 6;

/** What planning reads: the formulas of a filled column, or formulas that have nothing to do with each other. */
const KINDS = {
  filled: ['a filled column, `=RZRQ.MARGIN_BALANCE(A1,B1)` and so on down', MOST],
  different: ['no two of the same function and the same shape', undefined],
} as const;
type Kind = keyof typeof KINDS;

const FORMULAS = [10_000, 50_000];

/** What sharing plans for 2,000 formulas, beside reading each of their texts once; and all of it beside reading and writing the cells. */
export async function planningSection(): Promise<Section> {
  return section(
    'Planning and carrying out a share',
    `What becomes of 2,000 formulas, each text new to the process; beside it one tokenisation and parse of each by fx. Formulas that are alike are worked out once. Processor time, the median: in new processes of its own (${PROCESSES} of each), and later on by turns in one process, as a workbook’s formulas are read and planned.`,
    table(
      ['2,000 formulas', 'when', 'plan', 'fx reads each once', 'plan ÷ fx'],
      (Object.keys(KINDS) as Kind[]).flatMap(planning),
    ),
    'All of it over a workbook in memory: beside reading the cells, writing the column of formulas, and reading them again, which no conversion can do without. That reads, computes and writes no note.',
    table(['filled column', 'read, write, read', 'plan', 'convert', 'restore'], FORMULAS.map(sharing)),
  );
}

function planning(kind: Kind) {
  const [what, limit] = KINDS[kind];
  const first = { plan: [] as number[], read: [] as number[] };
  for (let i = 0; i < PROCESSES; i++)
    for (const way of ['plan', 'read'] as const) first[way].push(run<number>('planning.ts', way, kind));
  const later = run<Turn<'plan' | 'read'>[]>('planning.ts', 'both', kind);
  const row = (when: string, plan: number, read: number) => [
    what,
    when,
    milliseconds(plan),
    milliseconds(read),
    limit === undefined ? times(plan / read) : atMost(limit, plan / read),
  ];
  return [
    row('new', median(first.plan), median(first.read)),
    row(
      'later on',
      medianOf(later, ({ plan }) => plan),
      medianOf(later, ({ read }) => read),
    ),
  ];
}

function sharing(formulas: number) {
  const { port, ...parts } = run<Record<'port' | 'plan' | 'convert' | 'restore', number>>(
    'sharing.ts',
    String(formulas),
  );
  const ratio = (part: number) => `${milliseconds(part)}, ${times(part / port)}`;
  return [
    `${thousands(formulas)} formulas`,
    milliseconds(port),
    ratio(parts.plan),
    ratio(parts.convert),
    ratio(parts.restore),
  ];
}
