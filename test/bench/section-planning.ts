import { median } from './measure';
import { run } from './process';
import { milliseconds, section, table, times, type Section } from './report';

const PROCESSES = 5;
/** Turns after which the engine has seen both at work. */
const WARM = 5;
const TURNS = WARM + 9;

/** What sharing plans for a column of formulas, beside reading each of their texts once. */
export async function planningSection(): Promise<Section> {
  const first = { plan: [] as number[], read: [] as number[] };
  for (let i = 0; i < PROCESSES; i++)
    for (const way of ['plan', 'read'] as const) first[way].push(run<number[]>('planning.ts', way, '1')[0]!);
  const later = (way: string) => median(run<number[]>('planning.ts', way, String(TURNS)).slice(WARM));
  const row = (when: string, plan: number, read: number) => [
    when,
    milliseconds(plan),
    milliseconds(read),
    times(plan / read),
  ];
  return section(
    'Planning a share',
    'What becomes of 2,000 formulas, `=RZRQ.MARGIN_BALANCE(A1,B1)` and so on down, each text new to the process; beside it one tokenisation and parse of each by fx. The goal is 6 ×; since native formulas stand under conditions, writing those is most of it. Processor time, each in processes of its own.',
    table(
      ['2,000 formulas', 'plan', 'fx reads each once', 'plan ÷ fx'],
      [
        row(`in a new process, the median of ${PROCESSES}`, median(first.plan), median(first.read)),
        row(`later on, the median of ${TURNS - WARM}`, later('plan'), later('read')),
      ],
    ),
  );
}
