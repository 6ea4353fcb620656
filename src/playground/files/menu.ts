// The file menu of the bar, the offer to go on with what was kept, and where files are dropped.
import type { Language } from '../../language';
import { closeWhenLeft } from '../page';
import { DAYS_KEPT } from './store';
import { filled, WORDS } from './words';

export type Action = 'open' | 'save' | 'save_native' | 'save_values' | 'save_names' | 'fresh' | 'samples' | 'forget';

const ACTIONS: readonly Action[] = [
  'open',
  'save',
  'save_native',
  'save_names',
  'save_values',
  'fresh',
  'samples',
  'forget',
];

export interface FileMenu {
  readonly onAction: (action: Exclude<Action, 'open'>) => void;
  readonly onKeep: (keeps: boolean) => void;
  readonly onFile: (file: File) => void;
  /** Several files at once, folders, and files that are no workbook of today: they are for the import. */
  readonly onMany: (transfer: DataTransfer) => void;
}

function element<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

export function fileMenu(language: Language, keeps: boolean, { onAction, onKeep, onFile, onMany }: FileMenu): void {
  const menu = element<HTMLDetailsElement>('file-menu');
  element('file').textContent = WORDS.file[language];
  const picker = element<HTMLInputElement>('file-picker');
  picker.addEventListener('change', () => {
    const [file] = picker.files ?? [];
    picker.value = '';
    if (file) onFile(file);
  });
  const act = (action: Action) => {
    menu.open = false;
    if (action === 'open') picker.click();
    else onAction(action);
  };
  const buttons = ACTIONS.map((action) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = `file-${action}`;
    button.textContent = WORDS[action][language];
    button.addEventListener('click', () => act(action));
    return item(button);
  });
  element('file-list').replaceChildren(...buttons, item(keepSwitch(language, keeps, onKeep)));
  closeWhenLeft(menu);
  onKeys({ o: () => act('open'), s: () => act('save') });
  onDrops(WORDS.drop[language], onFile, onMany);
}

function item(child: HTMLElement): HTMLElement {
  const line = document.createElement('li');
  line.append(child);
  return line;
}

function keepSwitch(language: Language, keeps: boolean, onKeep: (keeps: boolean) => void): HTMLElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.id = 'keep-nothing';
  box.checked = !keeps;
  box.addEventListener('change', () => onKeep(!box.checked));
  label.append(box, WORDS.keep_nothing[language]);
  label.title = filled(WORDS.keeps[language], DAYS_KEPT);
  return label;
}

/** Before the sheet and the browser take them. */
function onKeys(keys: Readonly<Record<string, () => void>>): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const act = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && keys[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
    true,
  );
}

const OPENS = /\.(?:xlsx|xlsm|xltx|xltm|xlsb|csv|txt|tsv)$/i;

function onDrops(text: string, onFile: FileMenu['onFile'], onMany: FileMenu['onMany']): void {
  const sign = element('drop');
  sign.textContent = text;
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener(
    'dragover',
    (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      sign.hidden = false;
    },
    true,
  );
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) sign.hidden = true;
  });
  document.addEventListener(
    'drop',
    (event) => {
      sign.hidden = true;
      const { dataTransfer, target } = event;
      const file = dataTransfer?.files[0];
      // The pane takes what is dropped on it.
      if (!dataTransfer || !file || (target instanceof Element && target.closest('.drop-zone'))) return;
      event.preventDefault();
      event.stopPropagation();
      const isFolder = dataTransfer.items[0]?.webkitGetAsEntry()?.isDirectory ?? false;
      if (dataTransfer.files.length === 1 && !isFolder && OPENS.test(file.name)) onFile(file);
      else onMany(dataTransfer);
    },
    true,
  );
}

/** Asks whether to go on with what was kept. */
export function offer(text: string, language: Language, choose: (restore: boolean) => void): void {
  const bar = element('offer');
  const words = document.createElement('span');
  words.textContent = text;
  const button = (id: string, label: string, restore: boolean) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.id = id;
    made.textContent = label;
    made.addEventListener('click', () => {
      bar.hidden = true;
      choose(restore);
    });
    return made;
  };
  bar.replaceChildren(
    words,
    button('offer-restore', WORDS.restore[language], true),
    button('offer-anew', WORDS.start_anew[language], false),
  );
  bar.hidden = false;
}

/** Hands a file to the browser's downloads. */
export function download(name: string, bytes: Uint8Array): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([bytes as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  );
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
