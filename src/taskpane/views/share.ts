import type { PaneContext, View } from '../context';
import { element, newId, replaceChildren } from '../element';
import { runJob, type Watched } from '../job';
import { COMMANDS, type Command } from '../share/commands';
import { listsIn } from '../share/lists';
import type { Outcome, Outline } from '../share/outline';
import { partChoice, partOf, type Wish } from '../share/part-choice';
import type { Area } from '../../workbook/workbook';
import type { Word } from '../words';

const ALL: Wish = { sheets: [], without: [], onlySelection: false };

/** Makes a workbook ready for others: each command shows its plan, asks, and says what it has done. */
export function shareView(context: PaneContext): View {
  const { workbook, say } = context;
  const panel = element('div', {}, element('p', { class: 'hint' }, say('shareHint')));
  const groupOf = listsIn(say, (area) => void context.attempt(() => workbook.select(area)));
  const cards = COMMANDS.map(cardOf);
  panel.append(...cards.map(({ card }) => card));
  /** Plans that take longer than the next wish are dropped. */
  let asked = 0;

  interface Card {
    readonly card: HTMLElement;
    readonly button: HTMLButtonElement;
    readonly place: HTMLElement;
  }

  /** What is asked of a command, and what is chosen on the sheet. */
  interface Asked {
    readonly choice: Word | undefined;
    readonly wish: Wish;
    readonly selection: Area | undefined;
  }

  function cardOf(command: Command): Card {
    const place = element('div', { class: 'plan' });
    const title = say(command.title);
    const button = element(
      'button',
      {
        type: 'button',
        id: newId('plan'),
        'aria-label': `${say('showPlan')}: ${title}`,
        onclick: () => void context.attempt(() => plan(command, card, command.choices?.of[0], ALL)),
      },
      say('showPlan'),
    );
    const card: Card = {
      card: element(
        'article',
        { class: 'card' },
        element('h2', {}, title),
        element('p', {}, say(command.hint)),
        button,
        place,
      ),
      button,
      place,
    };
    return card;
  }

  async function plan(command: Command, card: Card, choice: Word | undefined, wish: Wish): Promise<void> {
    const turn = ++asked;
    for (const { place } of cards) if (place !== card.place) replaceChildren(place);
    context.report(say('planning'));
    // Of several areas none is the selection.
    const selection = await workbook.selection().catch(() => undefined);
    const outline = await command.outline(context, choice, partOf(wish, selection));
    const sheets =
      wish === ALL ? (await workbook.sheets()).filter(({ name }) => outline.sheets.includes(name)) : wish.sheets;
    if (turn !== asked) return;
    context.report('');
    replaceChildren(card.place, ...planParts(command, card, { choice, wish: { ...wish, sheets }, selection }, outline));
    card.card.scrollIntoView({ block: 'nearest' });
  }

  function planParts(
    command: Command,
    card: Card,
    { choice, wish, selection }: Asked,
    { notes, groups, sheets, run }: Outline,
  ): HTMLElement[] {
    const isPart = partOf(wish, selection) !== undefined;
    const again = (next: Word | undefined, nextWish: Wish) =>
      void context.attempt(() => plan(command, card, next, nextWish));
    const close = () => {
      replaceChildren(card.place);
      card.button.focus();
    };
    return [
      element('h3', {}, say('plan')),
      ...(isPart && !run && groups.length === 0 ? [say('nothingInPart')] : notes).map((note) => element('p', {}, note)),
      ...(run && command.choices ? [choiceOf(command, choice, (next) => again(next, wish))] : []),
      ...(run || isPart || groups.length > 0
        ? [partChoice(say, wish, selection, { id: command.title, change: (next) => again(choice, next) })]
        : []),
      // Before the lists, which may be long.
      element(
        'p',
        { class: 'actions' },
        run &&
          element(
            'button',
            {
              type: 'button',
              class: 'primary',
              onclick: () => void context.attempt(() => carryOut(command, card, sheets, run)),
            },
            say(command.confirm),
          ),
        element('button', { type: 'button', onclick: close }, say('close')),
      ),
      ...groups.map(groupOf),
    ];
  }

  function choiceOf(command: Command, choice: Word | undefined, change: (choice: Word) => void): HTMLElement {
    const { label, of } = command.choices!;
    return element(
      'fieldset',
      {},
      element('legend', {}, say(label)),
      ...of.map((word) =>
        element(
          'label',
          { class: 'check' },
          element('input', {
            type: 'radio',
            name: `rzrq-${command.title}`,
            id: `rzrq-${command.title}-${word}`,
            checked: word === choice,
            onchange: () => change(word),
          }),
          ' ',
          say(word),
        ),
      ),
    );
  }

  async function carryOut(
    command: Command,
    { button, place }: Card,
    sheets: readonly string[],
    run: NonNullable<Outline['run']>,
  ): Promise<void> {
    setBusy(true);
    replaceChildren(place);
    try {
      const working = runJob(place, say(command.title), say, (job) =>
        run({
          signal: job.signal,
          onProgress: ({ sheet, done, total }) => showProgress(job, sheets, sheet, done / total),
        }),
      );
      place.querySelector('button')!.focus();
      showOutcome(place, await working);
    } finally {
      setBusy(false);
      if (document.activeElement === document.body) button.focus();
    }
  }

  function showProgress(job: Watched, sheets: readonly string[], sheet: string, part: number): void {
    job.show((sheets.indexOf(sheet) + Math.min(part, 1)) / sheets.length);
  }

  function showOutcome(place: HTMLElement, { notes, problems, groups }: Outcome): void {
    const told = element(
      'div',
      { id: newId('told') },
      ...problems.map((problem) => element('p', { class: 'wrong' }, problem)),
      ...notes.map((note) => element('p', {}, note)),
    );
    // Who comes to the heading hears the result with it: it is told nowhere else.
    const heading = element('h3', { tabindex: -1, 'aria-describedby': told.id }, say('result'));
    replaceChildren(place, heading, told, ...groups.map(groupOf));
    heading.focus();
  }

  function planAt(title: string | undefined): void {
    const button = cards[COMMANDS.findIndex((command) => command.title === title)]?.button;
    if (button?.disabled) context.report(say('stillRunning'));
    else button?.click();
  }

  function setBusy(busy: boolean): void {
    for (const { button } of cards) button.disabled = busy;
  }

  return { panel, shown: planAt };
}
