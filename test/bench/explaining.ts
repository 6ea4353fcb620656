import { call as callFunction } from '../../src/formula/meaning/evaluate';
import { componentsOf } from '../../src/taskpane/explain/components';
import { explainCell, workedAt } from '../../src/taskpane/explain/explanation';
import type { Area, Cells } from '../../src/workbook/workbook';
import { MemoryWorkbook } from '../support/memory-workbook';
import { median, processorTime } from './measure';

export const POSITIONS = 5_000;
const TURNS = 15;

/** A host whose answer to a question asked before is at hand: what is measured is ours, not the host's. */
class AnsweredBefore extends MemoryWorkbook {
  private readonly answers = new Map<string, Promise<Cells>>();

  override read(area: Area): Promise<Cells> {
    const question = JSON.stringify(area);
    const answer = this.answers.get(question) ?? super.read(area);
    this.answers.set(question, answer);
    return answer;
  }
}

/** Milliseconds of processor time of explaining an AVAILABLE_MARGIN over positions, and of evaluating it; medians by turns. */
export async function explainPositions(): Promise<{ explain: number; evaluate: number }> {
  const workbook = new AnsweredBefore();
  const { id: sheet } = await workbook.addSheet('S');
  await workbook.write(
    { sheet, row: 0, column: 0, rows: POSITIONS, columns: 2 },
    Array.from({ length: POSITIONS }, (_, i) => [80_000 + i, 100_000]),
  );
  const cell = { sheet, row: 0, column: 3, rows: 1, columns: 1 };
  await workbook.write(cell, [[`=RZRQ.AVAILABLE_MARGIN(1E9,,,A1:A${POSITIONS},B1:B${POSITIONS},0.7,0.8,,,,,)`]]);

  const explain = async () => {
    const { calls } = await explainCell(workbook, cell);
    const [found] = calls;
    if (!found || typeof found.result?.[0]?.[0] !== 'number') throw new Error('The margin has no figure.');
    const rows = componentsOf(workedAt(found, found.focus)!)?.flatMap(({ positions }) => positions) ?? [];
    if (rows.length !== POSITIONS) throw new Error(`${rows.length} positions were explained.`);
    return found;
  };
  const { definition, args } = await explain();
  const values = args.map(({ values: given }) => given);
  const times = { explain: [] as number[], evaluate: [] as number[] };
  for (let i = 0; i < TURNS; i++) {
    times.evaluate.push(processorTime(() => callFunction(definition, values)));
    const before = process.cpuUsage();
    await explain();
    const { user, system } = process.cpuUsage(before);
    times.explain.push((user + system) / 1000);
  }
  return { explain: median(times.explain), evaluate: median(times.evaluate) };
}
