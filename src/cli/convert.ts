import { deleteUnusedNames } from '../share/names/unused';
import { reasonText } from '../share/reasons';
import { planRestore, restore as restoreSheets } from '../share/restore';
import { convertWhole, type Successor } from '../share/whole';
import { cellName } from '../workbook/a1';
import type { Progress } from '../workbook/transaction';
import type { FileWorkbook } from '../xlsx/file-workbook';
import type { Command, Outcome, Run } from './command';
import { checkOutput, reason, writeOutput } from './files';
import type { Word } from './words';
import { addressOf, openWorkbook } from './workbooks';

/** As the Share view does it in Excel, on a file. */
function conversion(target: Successor, help: Command['help']): Command {
  const kind = target === 'names' ? 'named' : 'native';
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
      const { say, tell, language } = run;
      const onProgress = progressOf(run);
      const { results, counts, callingNames, names } = await convertWhole(workbook, target, language, { onProgress });
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
      for (const { cell, formula, why } of untouched) tell(`${cell}  ${formula}  ${why}`);
      for (const { cell, formula, native, ours } of differences)
        tell(say(kind === 'named' ? 'name_differed' : 'differed', cell, formula, String(native), String(ours)));
      for (const { sheet, error } of failed) tell(say('half_done', sheet.name, reason(error)));
      for (const name of callingNames) tell(say('names_call', name));
      for (const name of names?.changed ?? []) tell(say('name_changed', name));
      const stale = await save(workbook, output, run);
      if (results.length === 0) tell(say('nothing'));
      const count = (number: number, word: Word) => {
        if (number > 0) tell(`${String(number).padStart(8)} ${say(word)}`);
      };
      count(counts.native, kind);
      for (const other of ['value', 'rewritten', 'untouched'] as const) count(counts[other], other);
      count(names?.defined.length ?? 0, 'names_defined');
      count(names?.updated.length ?? 0, 'names_updated');
      tell(say('written', output));
      const isClean = untouched.length + differences.length + failed.length + stale.length === 0;
      return {
        code: isClean ? 0 : 1,
        report: {
          ...counts,
          differences,
          left: untouched,
          failed: failed.map(({ sheet, error }) => ({ sheet: sheet.name, why: reason(error) })),
          callingNames,
          ...(names && { names }),
          stale,
          written: output,
        },
      };
    },
  };
}

export const names = conversion('names', {
  en: 'Replaces our calls by names that hold them as LAMBDAs, for Microsoft 365, Excel 2024 and the web; what has no name becomes a value.',
  zh: '将调用替换为存有公式的名称（LAMBDA），适用于 Microsoft 365、Excel 2024 与网页版；没有名称的转为数值。',
});

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
    en: 'Brings back the formulas that native, values or names replaced, where nobody has changed the cells.',
    zh: '恢复被 native、values 或 names 替换的公式；已被修改的单元格不动。',
  },
  async run(run): Promise<Outcome> {
    const [input, output] = run.files as [string, string];
    checkOutput(output, run.options.force);
    const { say, tell } = run;
    const workbook = await openWorkbook(input);
    const plan = await planRestore(workbook);
    const results = await restoreSheets(workbook, plan, { onProgress: progressOf(run) });
    const gone = plan.unused.length > 0 ? await deleteUnusedNames(workbook) : undefined;
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
    if (gone?.names.length) tell(`${String(gone.names.length).padStart(8)} ${say('names_gone')}`);
    tell(say('written', output));
    return {
      code: left.length + failed.length + stale.length > 0 ? 1 : 0,
      report: { restored, left, ...(gone && { namesGone: gone.names }), stale, written: output },
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
