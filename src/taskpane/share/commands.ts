import { convert, type SheetResult } from '../../share/convert';
import { convertCopies, sheetsToCopy } from '../../share/copies';
import { flatten, planFlatten, type Chain, type FlattenTarget } from '../../share/flatten';
import { planOf, type PlannedCell, type Target } from '../../share/plan';
import { reasonText, Why } from '../../share/reasons';
import { planRepair, repair, type Repair } from '../../share/repair';
import { planRestore, restore, type Changed } from '../../share/restore';
import { snapshotOf } from '../../share/snapshot';
import type { Hooks } from '../../share/transaction';
import type { Sheet } from '../../workbook/workbook';
import type { PaneContext } from '../context';
import type { Word } from '../words';
import { contentText, filled, placed, problemsOf, type Line, type Outcome, type Outline } from './outline';

export type Desk = Pick<PaneContext, 'workbook' | 'language' | 'say'>;

export interface Command {
  readonly title: Word;
  readonly hint: Word;
  readonly confirm: Word;
  /** The first is the usual one. */
  readonly choices?: { readonly label: Word; readonly of: readonly Word[] };
  outline(desk: Desk, choice: Word | undefined): Promise<Outline>;
}

const WHERE = { label: 'where', of: ['inPlace', 'onCopies'] } as const;

export const COMMANDS: readonly Command[] = [
  { title: 'toFormulas', hint: 'toFormulasHint', confirm: 'toFormulasNow', choices: WHERE, outline: (desk, choice) => conversion(desk, 'native', choice === 'onCopies') },
  { title: 'toValues', hint: 'toValuesHint', confirm: 'toValuesNow', choices: WHERE, outline: (desk, choice) => conversion(desk, 'values', choice === 'onCopies') },
  { title: 'restore', hint: 'restoreHint', confirm: 'restoreNow', outline: restoration },
  { title: 'repair', hint: 'repairHint', confirm: 'repairNow', outline: reparation },
  {
    title: 'flatten',
    hint: 'flattenHint',
    confirm: 'flattenNow',
    choices: { label: 'flattenTo', of: ['flattenSeries', 'flattenNative'] },
    outline: (desk, choice) => flattening(desk, choice === 'flattenNative' ? 'native' : 'series'),
  },
];

async function conversion(desk: Desk, target: Target, onCopies: boolean): Promise<Outline> {
  const { workbook, say } = desk;
  const snapshot = await snapshotOf(workbook);
  const plan = planOf(snapshot, target);
  const { native, value, untouched, arrays } = plan.counts;
  const linesOf = (kind: PlannedCell['kind']) => plan.sheets.flatMap(({ sheet, cells }) => cells.filter((cell) => cell.kind === kind).map((cell) => plannedLine(desk, sheet, cell)));
  const names = (onCopies ? sheetsToCopy(snapshot, plan) : plan.sheets.map(({ sheet }) => sheet)).map(({ name }) => name);
  const carryOut = (hooks: Hooks) => (onCopies ? convertCopies(workbook, plan, (sheet) => say('copyName', { text: sheet }), hooks) : convert(workbook, plan, hooks));
  return {
    notes: [
      ...(plan.sheets.length === 0 ? [say('nothingToShare')] : []),
      ...(arrays > 0 ? [say('needArrays', { count: arrays })] : []),
      ...(onCopies && names.length > 0 ? [say('copiesHint', { text: names.join(', ') })] : []),
      ...(plan.callingNames.length > 0 ? [say('namesCall', { text: plan.callingNames.join(', ') })] : []),
      ...(!onCopies && plan.names.length > 0 ? [say('namesLost', { text: plan.names.join(', ') })] : []),
    ],
    groups: filled(
      { title: say('becomeFormulas', { count: native }), lines: linesOf('native') },
      { title: say('becomeValues', { count: value }), lines: linesOf('value') },
      { title: say('leftAlone', { count: untouched }), lines: linesOf('untouched') },
    ),
    sheets: names,
    run: native + value === 0 ? undefined : async (hooks) => converted(desk, await carryOut(hooks), onCopies),
  };
}

function plannedLine({ say, language }: Desk, sheet: Sheet, { row, column, size, before, after, kind, why, arrays }: PlannedCell): Line {
  return {
    ...placed(sheet, row, column, size),
    before,
    ...(kind !== 'untouched' && { after: contentText(after, say) }),
    ...(why && why.code !== 'chosen' && { why: reasonText(why, language) }),
    ...(arrays && { why: say('needsArrays') }),
  };
}

function converted(desk: Desk, results: readonly SheetResult[], onCopies: boolean): Outcome {
  const { say, language } = desk;
  const sum = (count: (result: SheetResult) => number) => results.reduce((total, result) => total + count(result), 0);
  const copies = onCopies ? results.filter(({ status }) => status === 'done').map(({ sheet }) => sheet.name) : [];
  const differences = results.flatMap(({ sheet, differences }) =>
    differences.map(({ row, column, formula, native, ours }) => ({
      ...placed(sheet, row, column),
      before: formula,
      after: contentText([[ours]], say),
      why: `${reasonText(new Why('differs'), language)} (${contentText([[native]], say)})`,
    })),
  );
  const untouched = results.flatMap(({ sheet, untouched }) => untouched.map((cell) => plannedLine(desk, sheet, cell)));
  return {
    notes: [say('converted', { count: sum(({ native }) => native), value: sum(({ value }) => value) }), ...(copies.length > 0 ? [say('copiesMade', { text: copies.join(', ') })] : [])],
    problems: problemsOf(results.map(({ sheet, ...result }) => ({ ...result, name: sheet.name })), say),
    groups: filled({ title: say('valuesAfterAll', { count: differences.length }), lines: differences }, { title: say('leftAlone', { count: untouched.length }), lines: untouched }),
  };
}

async function restoration(desk: Desk): Promise<Outline> {
  const { workbook, say } = desk;
  const plan = await planRestore(workbook);
  const back = plan.sheets.flatMap(({ sheet, restore: cells }) =>
    sheet ? cells.map(({ row, column, original, now, formula }) => ({ ...placed(sheet, row, column, original.size), before: contentText(now, say), after: formula })) : [],
  );
  const changed = plan.sheets.flatMap(({ sheet, name, changed }) => changed.map((cell) => changedLine(desk, sheet, name, cell)));
  return {
    notes: plan.sheets.length === 0 ? [say('nothingToRestore')] : [],
    groups: filled({ title: say('comeBack', { count: back.length }), lines: back }, { title: say('changedSince', { count: changed.length }), lines: changed }),
    sheets: plan.sheets.map(({ name }) => name),
    run:
      back.length === 0
        ? undefined
        : async (hooks) => {
            const results = await restore(workbook, plan, hooks);
            return {
              notes: [say('restored', { count: results.reduce((sum, { restored }) => sum + restored, 0) })],
              problems: problemsOf(results, say),
              groups: filled({ title: say('changedSince', { count: changed.length }), lines: changed }),
            };
          },
  };
}

function changedLine({ say }: Desk, sheet: Sheet | undefined, name: string, { row, column, original, now }: Changed): Line {
  const { area, cell } = placed(sheet ?? { id: name, name }, row, column, original.size);
  const why = now === undefined ? say('cellGone') : say('cellHolds', { text: contentText([[now]], say) });
  return { cell, area: sheet && now !== undefined ? area : undefined, before: original.formula, why };
}

async function reparation(desk: Desk): Promise<Outline> {
  const { workbook, language, say } = desk;
  const plan = planRepair(await snapshotOf(workbook));
  const cells = plan.flatMap(({ sheet, cells }) => cells.map((cell) => ({ sheet, cell })));
  const lineOf = (sheet: Sheet, { row, column, before, after, why }: Repair): Line => ({ ...placed(sheet, row, column), before, ...(why ? { why: reasonText(why, language) } : { after }) });
  const linesOf = (able: boolean) => cells.filter(({ cell }) => (cell.why === undefined) === able).map(({ sheet, cell }) => lineOf(sheet, cell));
  const [again, left] = [linesOf(true), linesOf(false)];
  const leftGroup = { title: say('leftAlone', { count: left.length }), lines: left };
  return {
    notes: plan.length === 0 ? [say('nothingToRepair')] : [],
    groups: filled({ title: say('enterAgain', { count: again.length }), lines: again }, leftGroup),
    sheets: plan.map(({ sheet }) => sheet.name),
    run:
      again.length === 0
        ? undefined
        : async (hooks) => {
            const results = await repair(workbook, plan, hooks);
            const unknown = results.flatMap(({ sheet, unknown }) => unknown.map(({ row, column, formula }) => ({ ...placed(sheet, row, column), before: String(formula) })));
            return {
              notes: [say('repaired', { count: results.reduce((sum, { repaired }) => sum + repaired, 0) })],
              problems: problemsOf(results.map(({ sheet, ...result }) => ({ ...result, name: sheet.name })), say),
              groups: filled({ title: say('stillUnknown', { count: unknown.length }), lines: unknown }, leftGroup),
            };
          },
  };
}

async function flattening(desk: Desk, target: FlattenTarget): Promise<Outline> {
  const { workbook, language, say } = desk;
  const plan = planFlatten(await snapshotOf(workbook), target);
  const lineOf = (sheet: Sheet, { row, column, rows, before, after, why }: Chain): Line => ({
    ...placed(sheet, row, column, { rows, columns: 1 }),
    before: contentText([before], say),
    ...(why ? { why: reasonText(why, language) } : { after: contentText([after], say) }),
  });
  const chains = plan.flatMap(({ sheet, chains }) => chains.map((chain) => ({ sheet, chain })));
  const linesOf = (able: boolean) => chains.filter(({ chain }) => (chain.why === undefined) === able).map(({ sheet, chain }) => lineOf(sheet, chain));
  const [able, left] = [linesOf(true), linesOf(false)];
  const leftGroup = { title: say('leftAlone', { count: left.length }), lines: left };
  return {
    notes: plan.length === 0 ? [say('nothingToFlatten')] : [],
    groups: filled({ title: say('chainsToFlatten', { count: able.length }), lines: able }, leftGroup),
    sheets: plan.map(({ sheet }) => sheet.name),
    run:
      able.length === 0
        ? undefined
        : async (hooks) => {
            const results = await flatten(workbook, plan, hooks);
            return {
              notes: [say('flattened', { count: results.reduce((sum, { flattened }) => sum + flattened, 0) })],
              problems: problemsOf(results.map(({ sheet, ...result }) => ({ ...result, name: sheet.name })), say),
              groups: filled(leftGroup),
            };
          },
  };
}
