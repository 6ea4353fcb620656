import type { Workbook } from '../../workbook/workbook';
import type { Note } from './originals';

const KEY = 'originals';
const VERSION = 1;

const NOTHING: Note = { version: VERSION, looks: [], conversions: [] };

/** The originals that the workbook carries. */
export async function readNote(workbook: Workbook): Promise<Note> {
  const text = await workbook.readNote(KEY);
  if (text === undefined) return NOTHING;
  const note = parsed(text);
  if (note?.version !== VERSION) throw new UnreadableNote();
  return note;
}

export async function writeNote(workbook: Workbook, note: Note): Promise<void> {
  await workbook.writeNote(KEY, note.conversions.length > 0 ? JSON.stringify(note) : undefined);
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
