import type { Workbook } from '../../workbook/workbook';
import { holdsContents, type Note } from './originals';

const KEY = 'originals';
const VERSION = 1;
/** Holds a content that is no formula, which the first version of the add-in cannot put back. */
const WITH_CONTENTS = 2;

const NOTHING: Note = { version: VERSION, looks: [], conversions: [] };

/** The originals that the workbook carries. */
export async function readNote(workbook: Workbook): Promise<Note> {
  const text = await workbook.readNote(KEY);
  if (text === undefined) return NOTHING;
  const note = parsed(text);
  if (note?.version !== VERSION && note?.version !== WITH_CONTENTS) throw new UnreadableNote();
  return note;
}

export async function writeNote(workbook: Workbook, note: Note): Promise<void> {
  const version = holdsContents(note) ? WITH_CONTENTS : VERSION;
  await workbook.writeNote(KEY, note.conversions.length > 0 ? JSON.stringify({ ...note, version }) : undefined);
}

/** Another version wrote it, or something has damaged it; it is left as it is. */
export class UnreadableNote extends Error {
  constructor() {
    super('The formulas that this workbook keeps cannot be read.');
  }
}

function parsed(text: string): Note | undefined {
  try {
    return JSON.parse(text) as Note;
  } catch {
    return undefined;
  }
}
