import { convert, type SheetResult } from '../../share/convert';
import { convertCopies, sheetsToCopy } from '../../share/copies';
import { flatten, planFlatten, type Chain, type FlattenTarget } from '../../share/flatten';
import { readNote } from '../../share/originals/note';
import { ofLiveSheets } from '../../share/originals/originals';
import { type Kind, type Plan, planOf, type PlannedCell, type Target } from '../../share/plan';
import { reasonText, Why } from '../../share/reasons';
import { planRepair, repair, type Repair } from '../../share/repair';
import { planRestore, restore, type Left } from '../../share/restore';
import type { Part } from '../../share/reading/part';
import { formulasOf, type Snapshot, snapshotOf } from '../../share/reading/snapshot';
import { toCalls } from '../../formula/own-names';
import { deleteUnusedNames } from '../../share/names/unused';
import type { Hooks } from '../../workbook/transaction';
import type { Sheet } from '../../workbook/workbook';
import type { PaneContext } from '../context';
import type { Word } from '../words';
import {
  contentText,
  filled,
  idleNotes,
  outcomeOf,
  placed,
  type Group,
  type Line,
  type Outcome,
  type Outline,
} from './outline';

export type Desk = Pick<PaneContext, 'workbook' | 'language' | 'say'>;

export interface Command {
  readonly title: Word;
  readonly hint: Word;
  readonly confirm: Word;
  /** The first is the usual one. */
  readonly choices?: { readonly label: Word; readonly of: readonly Word[] };
  /** What it would do, in a part of the workbook or in all of it. */
  outline(desk: Desk, choice: Word | undefined, part?: Part): Promise<Outline>;
}

const WHERE = { label: 'where', of: ['inPlace', 'onCopies'] } as const;

export const COMMANDS: readonly Command[] = [
  {
    title: 'toFormulas',
    hint: 'toFormulasHint',
    confirm: 'toFormulasNow',
    choices: WHERE,
    outline: (desk, choice, part) => conversion(desk, 'native', choice === 'onCopies', part),
  },
  {
    title: 'toValues',
    hint: 'toValuesHint',
    confirm: 'toValuesNow',
    choices: WHERE,
    outline: (desk, choice, part) => conversion(desk, 'values', choice === 'onCopies', part),
  },
  {
    title: 'toNames',
    hint: 'toNamesHint',
    confirm: 'toNamesNow',
    outline: (desk, _, part) => naming(desk, part),
  },
  { title: 'restore', hint: 'restoreHint', confirm: 'restoreNow', outline: (desk, _, part) => restoration(desk, part) },
  { title: 'repair', hint: 'repairHint', confirm: 'repairNow', outline: (desk, _, part) => reparation(desk, part) },
  {
    title: 'flatten',
    hint: 'flattenHint',
    confirm: 'flattenNow',
    choices: { label: 'flattenTo', of: ['flattenSeries', 'flattenNative'] },
    outline: (desk, choice, part) => flattening(desk, choice === 'flattenNative' ? 'native' : 'series', part),
  },
];

const PLANNED: readonly (readonly [Kind, Word])[] = [
  ['native', 'becomeFormulas'],
  ['value', 'becomeValues'],
  ['rewritten', 'rewriteReferences'],
  ['untouched', 'leftAlone'],
];

const NAMED: typeof PLANNED = [['native', 'becomeNames'], ...PLANNED.slice(1)];

const CONVERTED = [
  ['native', 'convertedToFormulas'],
  ['value', 'convertedToValues'],
  ['rewritten', 'referencesRewritten'],
] as const satisfies readonly (readonly [Kind, Word])[];

/** How what was converted is told of. */
const AS_FORMULAS = { counts: CONVERTED, differ: 'valuesAfterAll', gives: 'native_gives' } as const;
const AS_NAMES = {
  counts: [['native', 'convertedToNames'], CONVERTED[1], CONVERTED[2]],
  differ: 'valuesAfterNames',
  gives: 'name_gives',
} as const;

async function conversion(desk: Desk, target: Target, onCopies: boolean, part: Part): Promise<Outline> {
  const { workbook, say } = desk;
  const snapshot = await snapshotOf(workbook);
  const plan = planOf(snapshot, target, part);
  const { untouched, arrays } = plan.counts;
  const able = ableIn(plan);
  const names = (onCopies ? sheetsToCopy(snapshot, plan) : plan.sheets.map(({ sheet }) => sheet)).map(
    ({ name }) => name,
  );
  const carryOut = (hooks: Hooks) =>
    onCopies
      ? convertCopies(workbook, plan, (sheet) => say('copyName', { text: sheet }), hooks)
      : convert(workbook, plan, hooks);
  return {
    notes: [
      ...idleNotes(say, { found: able + untouched, able }, { nothing: 'nothingToShare', none: 'noneToShare' }),
      ...(able === 0 && (await isConverted(workbook, snapshot)) ? [say('alreadyConverted')] : []),
      ...(arrays > 0 ? [say('needArrays', { count: arrays })] : []),
      ...(onCopies && names.length > 0 ? [say('copiesHint', { text: names.join(say('comma')) })] : []),
      ...(plan.callingNames.length > 0 ? [say('namesCall', { text: plan.callingNames.join(say('comma')) })] : []),
      ...(!onCopies && plan.names.length > 0 ? [say('namesLost', { text: plan.names.join(say('comma')) })] : []),
    ],
    groups: plannedGroups(desk, plan, PLANNED),
    sheets: names,
    run: able === 0 ? undefined : async (hooks) => converted(desk, await carryOut(hooks), onCopies),
  };
}

const ableIn = ({ counts: { native, value, rewritten } }: Plan): number => native + value + rewritten;

function plannedGroups(desk: Desk, { sheets, counts }: Plan, titles: typeof PLANNED): readonly Group[] {
  const linesOf = (kind: Kind) =>
    sheets.flatMap(({ sheet, cells }) =>
      cells.filter((cell) => cell.kind === kind).map((cell) => plannedLine(desk, sheet, cell)),
    );
  return filled(
    ...titles.map(([kind, title]) => ({ title: desk.say(title, { count: counts[kind] }), lines: linesOf(kind) })),
  );
}

async function naming(desk: Desk, part: Part): Promise<Outline> {
  const { workbook, language, say } = desk;
  const { convertToNames, NamesRefused, planNamesOf } = await import(
    /* webpackChunkName: "names" */ '../../share/names/index'
  );
  const snapshot = await snapshotOf(workbook);
  const plan = planNamesOf(workbook, snapshot, language, part);
  const { defined, updated, changed, counts } = plan;
  const able = ableIn(plan);
  const listed = (names: readonly string[]) => names.join(say('comma'));
  return {
    notes: [
      ...idleNotes(say, { found: able + counts.untouched, able }, { nothing: 'nothingToShare', none: 'noneToShare' }),
      ...(able === 0 && (await isConverted(workbook, snapshot)) ? [say('alreadyConverted')] : []),
      ...(defined.length > 0 ? [say('defineNames', { count: defined.length })] : []),
      ...(updated.length > 0 ? [say('updateNames', { text: listed(updated.map(({ name }) => name)) })] : []),
      ...(changed.length > 0 ? [say('namesChanged', { text: listed(changed) })] : []),
      ...(plan.callingNames.length > 0 ? [say('namesCall', { text: listed(plan.callingNames) })] : []),
      ...(plan.names.length > 0 ? [say('namesLost', { text: listed(plan.names) })] : []),
    ],
    groups: plannedGroups(desk, plan, NAMED),
    sheets: plan.sheets.map(({ sheet }) => sheet.name),
    run:
      able + updated.length === 0
        ? undefined
        : async (hooks) => {
            const result = await convertToNames(workbook, plan, hooks);
            if (result.error instanceof NamesRefused && result.status === 'failed')
              return { problems: [say('namesRefused', { text: result.error.message })], notes: [], groups: [] };
            const { problems, notes, groups } = converted(desk, result.sheets, false, AS_NAMES);
            const [made, renewed] = [result.defined.length, result.updated.length];
            return {
              problems,
              notes: [
                ...notes,
                ...(made > 0 ? [say('namesDefined', { count: made })] : []),
                ...(renewed > 0 ? [say('namesUpdated', { count: renewed })] : []),
              ],
              groups,
            };
          },
  };
}

/** Whether the workbook keeps formulas that were converted before. */
async function isConverted(workbook: Desk['workbook'], snapshot: Snapshot): Promise<boolean> {
  const { sheets } = snapshot;
  if (sheets.some((own) => formulasOf(own).some(({ formula }) => toCalls(formula) !== formula))) return true;
  const { conversions } = ofLiveSheets(
    await readNote(workbook),
    sheets.map(({ sheet }) => sheet),
  );
  return conversions.length > 0;
}

function plannedLine(
  { say, language }: Desk,
  sheet: Sheet,
  { row, column, size, before, after, kind, why, arrays }: PlannedCell,
): Line {
  return {
    ...placed(sheet, row, column, size),
    before,
    ...(kind !== 'untouched' && { after: contentText(after, say) }),
    ...(why && why.code !== 'chosen' && { why: reasonText(why, language) }),
    ...(arrays && { why: say('needsArrays') }),
  };
}

function converted(
  desk: Desk,
  results: readonly SheetResult[],
  onCopies: boolean,
  words: typeof AS_FORMULAS | typeof AS_NAMES = AS_FORMULAS,
): Outcome {
  const { say, language } = desk;
  const sum = (count: (result: SheetResult) => number) => results.reduce((total, result) => total + count(result), 0);
  const copies = onCopies ? results.filter(({ status }) => status === 'done').map(({ sheet }) => sheet.name) : [];
  const differences = results.flatMap(({ sheet, differences }) =>
    differences.map(({ row, column, formula, native, ours }) => ({
      ...placed(sheet, row, column),
      before: formula,
      after: contentText([[ours]], say),
      why: reasonText(new Why(words.gives, contentText([[native]], say)), language),
    })),
  );
  const untouched = results.flatMap(({ sheet, untouched }) => untouched.map((cell) => plannedLine(desk, sheet, cell)));
  const counts = words.counts
    .map(([kind, word]) => ({ word, count: sum((result) => result[kind]) }))
    .filter(({ count }) => count > 0);
  const notes = [
    ...(counts.length === 0 ? [say('noneToShare')] : counts.map(({ word, count }) => say(word, { count }))),
    ...(copies.length > 0 ? [say('copiesMade', { text: copies.join(say('comma')) })] : []),
  ];
  const groups = filled(
    { title: say(words.differ, { count: differences.length }), lines: differences },
    { title: say('leftAlone', { count: untouched.length }), lines: untouched },
  );
  return outcomeOf(results.map(named), counts.length, { notes, groups }, say);
}

const named = <T extends { readonly sheet: Sheet }>({ sheet, ...result }: T) => ({ ...result, name: sheet.name });

async function restoration(desk: Desk, part: Part): Promise<Outline> {
  const { workbook, say } = desk;
  const plan = await planRestore(workbook, part);
  const back = plan.sheets.flatMap(({ sheet, restore: cells }) =>
    sheet
      ? cells.map(({ row, column, original, now, formula }) => ({
          ...placed(sheet, row, column, original.size),
          before: contentText(now, say),
          after: contentText([[formula]], say),
        }))
      : [],
  );
  const left = plan.sheets.flatMap(({ sheet, name, left }) => left.map((cell) => leftLine(desk, sheet, name, cell)));
  const leftGroup = { title: say('notRestored', { count: left.length }), lines: left };
  return {
    notes: [
      ...idleNotes(
        say,
        { found: back.length + left.length, able: back.length },
        { nothing: 'nothingToRestore', none: 'noneToRestore' },
      ),
      ...(back.length > 0
        ? [
            say('restoreOn', {
              text: plan.sheets
                .filter(({ restore: cells }) => cells.length > 0)
                .map(({ name }) => name)
                .join(say('comma')),
            }),
          ]
        : []),
      ...(plan.unused.length > 0 ? [say('namesToGo', { count: plan.unused.length })] : []),
    ],
    groups: filled({ title: say('comeBack', { count: back.length }), lines: back }, leftGroup),
    sheets: plan.sheets.map(({ name }) => name),
    run:
      back.length === 0
        ? undefined
        : async (hooks) => {
            const results = await restore(workbook, plan, hooks);
            const count = results.reduce((sum, { restored }) => sum + restored, 0);
            const gone = plan.unused.length > 0 ? await deleteUnusedNames(workbook, hooks) : undefined;
            const notes = [
              say('restored', { count }),
              ...(gone?.names.length ? [say('namesGone', { count: gone.names.length })] : []),
            ];
            return outcomeOf(results, count, { notes, groups: filled(leftGroup) }, say);
          },
  };
}

const CAUSES = {
  gone: 'cellGone',
  unclear: 'cellUnclear',
  spill: 'spillAway',
  filtered: 'filterOn',
  name: 'nameChanged',
} as const;

function leftLine({ say }: Desk, sheet: Sheet | undefined, name: string, { row, column, original, cause }: Left): Line {
  const shown = sheet ?? { id: name, name };
  const { area, cell } = placed(shown, row, column, original.size);
  const why =
    typeof cause === 'string'
      ? say(CAUSES[cause])
      : say('cellHolds', {
          cell: placed(shown, cause.row, cause.column).cell,
          text: contentText([[cause.content]], say),
        });
  return { cell, area: cause === 'gone' ? undefined : area, before: contentText([[original.formula]], say), why };
}

async function reparation(desk: Desk, part: Part): Promise<Outline> {
  const { workbook, language, say } = desk;
  const plan = planRepair(await snapshotOf(workbook), part);
  const cells = plan.flatMap(({ sheet, cells }) => cells.map((cell) => ({ sheet, cell })));
  const lineOf = (sheet: Sheet, { row, column, before, after, why }: Repair): Line => ({
    ...placed(sheet, row, column),
    before,
    ...(why ? { why: reasonText(why, language) } : after !== before && { after }),
  });
  const linesOf = (able: boolean) =>
    cells.filter(({ cell }) => (cell.why === undefined) === able).map(({ sheet, cell }) => lineOf(sheet, cell));
  const [again, left] = [linesOf(true), linesOf(false)];
  const leftGroup = { title: say('leftAlone', { count: left.length }), lines: left };
  return {
    notes: idleNotes(
      say,
      { found: cells.length, able: again.length },
      { nothing: 'nothingToRepair', none: 'noneToRepair' },
    ),
    groups: filled({ title: say('enterAgain', { count: again.length }), lines: again }, leftGroup),
    sheets: plan.map(({ sheet }) => sheet.name),
    run:
      again.length === 0
        ? undefined
        : async (hooks) => {
            const results = await repair(workbook, plan, hooks);
            const unknown = results.flatMap(({ sheet, unknown }) =>
              unknown.map(({ row, column, formula, why }) => ({
                ...placed(sheet, row, column),
                before: formula,
                why: reasonText(why, language),
              })),
            );
            const count = results.reduce((sum, { repaired }) => sum + repaired, 0);
            const groups = filled({ title: say('stillUnknown', { count: unknown.length }), lines: unknown }, leftGroup);
            return outcomeOf(
              results.map(named),
              count + unknown.length,
              { notes: [say('repaired', { count })], groups },
              say,
            );
          },
  };
}

async function flattening(desk: Desk, target: FlattenTarget, part: Part): Promise<Outline> {
  const { workbook, language, say } = desk;
  const plan = planFlatten(await snapshotOf(workbook), target, part);
  const lineOf = (sheet: Sheet, { row, column, rows, columns, before, after, why }: Chain): Line => ({
    ...placed(sheet, row, column, { rows, columns }),
    before: contentText([before], say),
    ...(why ? { why: reasonText(why, language) } : { after: contentText([after], say) }),
  });
  const chains = plan.flatMap(({ sheet, chains }) => chains.map((chain) => ({ sheet, chain })));
  const linesOf = (able: boolean) =>
    chains.filter(({ chain }) => (chain.why === undefined) === able).map(({ sheet, chain }) => lineOf(sheet, chain));
  const [able, left] = [linesOf(true), linesOf(false)];
  const leftGroup = { title: say('leftAlone', { count: left.length }), lines: left };
  return {
    notes: idleNotes(
      say,
      { found: chains.length, able: able.length },
      { nothing: 'nothingToFlatten', none: 'nothingToFlatten' },
    ),
    groups: filled({ title: say('chainsToFlatten', { count: able.length }), lines: able }, leftGroup),
    sheets: plan.map(({ sheet }) => sheet.name),
    run:
      able.length === 0
        ? undefined
        : async (hooks) => {
            const results = await flatten(workbook, plan, hooks);
            const count = results.reduce((sum, { flattened }) => sum + flattened, 0);
            return outcomeOf(
              results.map(named),
              count,
              { notes: [say('flattened', { count })], groups: filled(leftGroup) },
              say,
            );
          },
  };
}
