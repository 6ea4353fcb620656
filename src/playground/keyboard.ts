// The page by keyboard: F6 goes round its regions, another key to the search, and what is selected is said aloud.
import type { Injector } from '@univerjs/core';
import { ILayoutService } from '@univerjs/preset-sheets-core';
import type { Language, Text } from '../language';
import type { Pane } from '../taskpane/pane';
import type { WorkbookProbe } from './probe';

const BLANK: Text = { en: 'blank', zh: '空白' };

export interface Regions {
  readonly pane: Pane;
  readonly side: HTMLElement;
  showPane(): void;
}

/** Lets F6 and Shift+F6 go round header, sheet and pane, and Ctrl+Alt+F to the search, which no input method and not the engine use. */
export function listenToKeys(injector: Injector, { pane, side, showPane }: Regions): void {
  const header = document.querySelector<HTMLElement>('.bar')!;
  const toSheet = () => focusSheet(injector);
  const regions: readonly { readonly holds: (focused: Element) => boolean; readonly enter: () => void }[] = [
    {
      holds: (focused) => header.contains(focused),
      enter: () => header.querySelector<HTMLElement>('summary')!.focus(),
    },
    { holds: (focused) => !header.contains(focused) && !side.contains(focused), enter: toSheet },
    { holds: (focused) => side.contains(focused), enter: () => pane.focus() },
  ];
  const open = () => regions.filter(({ enter }) => enter !== regions[2]!.enter || !side.hidden);
  const go = (step: number) => {
    const round = open();
    const focused = document.activeElement ?? document.body;
    const at = round.findIndex(({ holds }) => holds(focused));
    round[(at + step + round.length) % round.length]!.enter();
  };
  window.addEventListener(
    'keydown',
    (event) => {
      const search = event.ctrlKey && event.altKey && event.code === 'KeyF';
      if (event.key !== 'F6' && !search) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (search) {
        showPane();
        pane.open('functions');
        document.getElementById('rzrq-search')!.focus();
      } else go(event.shiftKey ? -1 : 1);
    },
    true,
  );
}

/** Gives the keyboard to the sheet. */
export const focusSheet = (injector: Injector): void => injector.get(ILayoutService).focus();

/** Says address and value of the selected cell to those who don't see the sheet; what is wrong the status line says. */
export function speakSelection(probe: WorkbookProbe, language: Language): void {
  const selection = probe.selection();
  const value = selection && probe.values(selection.split(':')[0]!)[0]?.[0];
  const text = `${selection} ${value === null || value === '' ? BLANK[language] : value}`;
  const live = document.getElementById('spoken')!;
  if (live.textContent !== text) live.textContent = text;
}
