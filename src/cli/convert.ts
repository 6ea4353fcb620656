import { convert as convertSheets } from '../share/convert';
import { planOf } from '../share/plan';
import { snapshotOf } from '../share/reading/snapshot';
import { reasonText } from '../share/reasons';
import { planRestore, restore as restoreSheets } from '../share/restore';
import { cellName } from '../workbook/a1';
import type { Progress } from '../workbook/transaction';
import type { FileWorkbook } from '../xlsx/file-workbook';
import type { Command, Outcome, Run } from './command';
import { checkOutput, reason, writeOutput } from './files';
import { addressOf, openWorkbook } from './workbooks';

/** As the Share view does it in Excel, on a file. */
function conversion(target: 'native' | 'values', help: Command['help']): Command {
  return {
    takes: 'in.xlsx out.xlsx',
    needs: { least: 2, most: 2 },
    help,
    async run(run) {
      const [input, output] = run.files as [string, string];
      checkOutput(output, run.options.force);
      const workbook = await openWorkbook(input);
      // A file that no Excel has calculated has no results to keep.
      workbook.calculateMissing();
      const plan = planOf(await snapshotOf(workbook), target);
      const results = await convertSheets(workbook, plan, { onProgress: progressOf(run) });
      const { say, tell, language } = run;
      const failed = results.filter(({ status }) => status !== 'done');
      const untouched = results.flatMap(({ sheet, untouched }) =>
        untouched.map(({ row, column, before, why }) => ({
          cell: addressOf(sheet, row, column),
          formula: before,
          why: why ? reasonText(why, language) : '',
        })),
      );
      const differences = results.flatMap(({ sheet, differences }) =>
        differences.map(({ row, column, formula, native, ours }) => ({
          cell: addressOf(sheet, row, column),
          formula,
          native,
          ours,
        })),
      );
      const sum = (count: (result: (typeof results)[number]) => number) =>
        results.reduce((total, result) => total + count(result), 0);
      const counts = {
        native: sum(({ native }) => native),
        value: sum(({ value }) => value),
        rewritten: sum(({ rewritten }) => rewritten),
        untouched: untouched.length,
      };
      for (const { cell, formula, why } of untouched) tell(`${cell}  ${formula}  ${why}`);
      for (const { cell, formula, native, ours } of differences)
        tell(say('differed', cell, formula, String(native), String(ours)));
      for (const { sheet, error } of failed) tell(say('half_done', sheet.name, reason(error)));
      for (const name of plan.callingNames) tell(say('names_call', name));
      const stale = await save(workbook, output, run);
      if (results.length === 0) tell(say('nothing'));
      for (const kind of ['native', 'value', 'rewritten', 'untouched'] as const)
        if (counts[kind] > 0) tell(`${String(counts[kind]).padStart(8)} ${say(kind)}`);
      tell(say('written', output));
      const isClean = untouched.length + differences.length + failed.length + stale.length === 0;
      return {
        code: isClean ? 0 : 1,
        report: {
          ...counts,
          differences,
          left: untouched,
          failed: failed.map(({ sheet, error }) => ({ sheet: sheet.name, why: reason(error) })),
          callingNames: plan.callingNames,
          stale,
          written: output,
        },
      };
    },
  };
}

export const native = conversion('native', {
  en: 'Replaces our calls by native formulas that give the same, as the Share view does. Originals stay inside the file.',
  zh: '将调用替换为结果相同的 Excel 自带公式，与“共享”视图相同；原公式保留在文件内。',
});

export const values = conversion('values', {
  en: 'Replaces our calls by their values. Originals stay inside the file.',
  zh: '将调用替换为数值；原公式保留在文件内。',
});

export const restore: Command = {
  takes: 'in.xlsx out.xlsx',
  needs: { least: 2, most: 2 },
  help: {
    en: 'Brings back the formulas that native or values replaced, where nobody has changed the cells.',
    zh: '恢复被 native 或 values 替换的公式；已被修改的单元格不动。',
  },
  async run(run): Promise<Outcome> {
    const [input, output] = run.files as [string, string];
    checkOutput(output, run.options.force);
    const { say, tell } = run;
    const workbook = await openWorkbook(input);
    const plan = await planRestore(workbook);
    const results = await restoreSheets(workbook, plan, { onProgress: progressOf(run) });
    const restored = results.reduce((sum, result) => sum + result.restored, 0);
    const left = plan.sheets.flatMap(({ name, left: cells }) =>
      cells.map(({ original, row, column, cause }) => ({
        cell: addressOf({ name }, row, column),
        formula: original.formula,
        why:
          typeof cause === 'string' ? say(cause as 'gone') : `${say('changed')}: ${cellName(cause.row, cause.column)}`,
      })),
    );
    const failed = results.filter(({ status }) => status !== 'done');
    for (const { cell, formula, why } of left) tell(`${cell}  ${formula}  ${why}`);
    for (const { name, error } of failed) tell(say('half_done', name, reason(error)));
    const stale = await save(workbook, output, run);
    if (restored + left.length === 0) tell(say('nothing_kept'));
    if (restored > 0) tell(`${String(restored).padStart(8)} ${say('restored')}`);
    if (left.length > 0) tell(`${String(left.length).padStart(8)} ${say('left')}`);
    tell(say('written', output));
    return {
      code: left.length + failed.length + stale.length > 0 ? 1 : 0,
      report: { restored, left, stale, written: output },
    };
  },
};

/** Gives the cells that could not be computed. */
async function save(workbook: FileWorkbook, output: string, { say, tell, options }: Run): Promise<string[]> {
  const bytes = await workbook.save();
  writeOutput(output, bytes, options.force);
  const stale = workbook.stale().map(({ sheet, row, column }) => addressOf(sheet, row, column));
  for (const cell of stale) tell(say('stale', cell));
  return stale;
}

const progressOf =
  ({ progress }: Run) =>
  ({ sheet, done, total }: Progress): void =>
    progress(`${sheet} ${done}/${total}`);
