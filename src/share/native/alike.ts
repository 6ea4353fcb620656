import { MAX_ROWS } from '../../workbook/a1';
import type { Surroundings } from '../../formula/expression';
import { columnsOf, parseReference, type Reference, rowsOf } from '../../formula/references';
import { isReference, type Piece, piecesOf } from '../../formula/text';
import { Why } from '../reasons';
import { isOtherDay } from './argument';
import { besides, through } from './joined';

/*
 * Formulas that differ only in the cells that they name become native alike, as those of a filled column do. So one of
 * them is written, and for the others their cells are put into its text. Alike they are where nothing differs that the
 * writing asks about a reference: how many cells it names, which other stands beside it, how long it is to print, and
 * whether a figure or a day is written there in a way that Excel does not read.
 */

export interface Rewritten {
  readonly text: string;
  readonly arrays: boolean;
}

type Outcome = Rewritten | Why;

/** A formula: what it shares with those that are alike, and its references, each once. */
interface Reading {
  readonly key: string;
  readonly references: readonly string[];
}

/** A text, or the cells of a reference, or those from one reference to another. */
type Part = string | { readonly first: number; readonly last: number };

/** What became of one formula, and, once another is alike, what its text is made of; no parts where that is not clear. */
interface Known {
  readonly outcome: Outcome;
  readonly references: readonly string[];
  form?: { readonly parts: readonly Part[] | undefined };
}

const knownOn = new WeakMap<Surroundings, Map<string, Known>>();

/** What `write` makes of a formula, found without it where it is known of one that is alike. */
export function alike(formula: string, around: Surroundings, write: () => Outcome): Outcome {
  const reading = readingOf(formula, around);
  if (!reading) return write();
  const all = knownOn.get(around) ?? new Map<string, Known>();
  knownOn.set(around, all);
  const known = all.get(reading.key);
  if (!known) {
    const outcome = write();
    all.set(reading.key, { outcome, references: reading.references });
    return outcome;
  }
  const { outcome, references } = known;
  if (outcome instanceof Why) return outcome;
  known.form ??= { parts: partsOf(outcome.text, references) };
  const { parts } = known.form;
  return parts ? { text: filled(parts, reading.references), arrays: outcome.arrays } : write();
}

/** Undefined where it names a whole spill, whose size is not in its text. */
function readingOf(formula: string, around: Surroundings): Reading | undefined {
  const references: string[] = [];
  const areas: Reference[] = [];
  let key = '';
  let at = 0;
  for (const piece of piecesOf(formula)) {
    if (piece.type === 'operator' && piece.value === '#') return undefined;
    const area = isReference(piece) ? parseReference(piece.value) : undefined;
    if (!area) continue;
    let index = references.indexOf(piece.value);
    if (index < 0) {
      index = references.push(piece.value) - 1;
      areas.push(area);
    }
    key += `${formula.slice(at, piece.start)}${MARK}${piece.type}${index}`;
    at = piece.end;
  }
  key += formula.slice(at);
  for (let i = 0; i < areas.length; i++) {
    key += asked(references[i]!, areas[i]!, around);
    for (let j = 0; j < areas.length; j++) if (besides(areas[i]!, areas[j]!)) key += `|${j}`;
  }
  return { key, references };
}

/** Stands in no formula. */
const MARK = '\u0000';

function asked(text: string, area: Reference, around: Surroundings): string {
  const letters = area.right < 26 ? 1 : area.right < 702 ? 2 : 3;
  const rows = rowsOf(area);
  const columns = columnsOf(area);
  const isWhole = area.top === 0 && area.bottom === MAX_ROWS - 1;
  let asked = `${MARK}${text.length},${letters}`;
  if (rows > 1 || columns > 1) asked += `,${rows},${columns}${isWhole ? 'w' : ''}`;
  if (around.holdsTextFigure(area)) asked += 't';
  if (isOtherDay(around.valueAt(area))) asked += 'd';
  return asked;
}

function partsOf(text: string, references: readonly string[]): readonly Part[] | undefined {
  const parts: Part[] = [];
  let at = 0;
  for (const piece of piecesOf(text).filter(isReference)) {
    const spans = spansOf(piece, references);
    if (spans.length !== 1) {
      if (spans.length === 0 && !parseReference(piece.value)) continue;
      return undefined;
    }
    parts.push(text.slice(at, piece.start), spans[0]!);
    at = piece.end;
  }
  return [...parts, text.slice(at)];
}

/** In which ways a reference may have been made of others. */
function spansOf({ value }: Piece, references: readonly string[]): Exclude<Part, string>[] {
  return references.flatMap((from, first) =>
    references.flatMap((to, last) => ((first === last ? from : through(from, to)) === value ? [{ first, last }] : [])),
  );
}

function filled(parts: readonly Part[], references: readonly string[]): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else
      text +=
        part.first === part.last ? references[part.first]! : through(references[part.first]!, references[part.last]!)!;
  }
  return text;
}
