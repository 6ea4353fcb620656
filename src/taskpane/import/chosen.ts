import type { ChosenFile } from '../../import/protocol';

/** Files of a picker; one that picks folders says the path. */
export function chosenFiles(files: FileList | null): ChosenFile[] {
  return [...(files ?? [])].map((file) => chosen(file, file.webkitRelativePath));
}

/** A table that was pasted. */
export const pastedText = (name: string, text: string): ChosenFile => ({ name, folder: '', file: new Blob([text]) });

/** What was dropped, with all that is in folders. Entries must be asked for before the event is over. */
export async function droppedFiles(transfer: DataTransfer): Promise<ChosenFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles(transfer.files);
  const found: ChosenFile[] = [];
  for (const entry of entries) found.push(...(await filesIn(entry)));
  return found;
}

async function filesIn(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [chosen(file, entry.fullPath)];
  }
  const found: ChosenFile[] = [];
  for (const child of await children(entry as FileSystemDirectoryEntry)) found.push(...(await filesIn(child)));
  return found;
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A directory hands its entries over in parts, until there are none left. */
async function children(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    found.push(...part);
  }
}

function chosen(file: File, path: string): ChosenFile {
  const folder = path
    .split('/')
    .filter((part) => part !== '')
    .slice(0, -1)
    .join('/');
  return { name: file.name, folder, file };
}
