import type { PaneContext, View } from '../context';
import { element, newId, replaceChildren } from '../element';
import { runJob, type Watched } from '../job';
import { COMMANDS, type Command } from '../share/commands';
import { withCommonReason, type Group, type Line, type Outcome, type Outline } from '../share/outline';
import type { Word } from '../words';

const MOST_LINES = 100;
const MOST_UNFOLDED = 8;

/** Makes a workbook ready for others: each command shows its plan, asks, and says what it has done. */
export function shareView(context: PaneContext): View {
  const { workbook, say } = context;
  const panel = element('div', {}, element('p', { class: 'hint' }, say('shareHint')));
  const cards = COMMANDS.map(cardOf);
  panel.append(...cards.map(({ card }) => card));
  /** Plans that take longer than the next wish are dropped. */
  let asked = 0;

  interface Card {
    readonly card: HTMLElement;
    readonly button: HTMLButtonElement;
    readonly place: HTMLElement;
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
        onclick: () => void context.attempt(() => plan(command, card, command.choices?.of[0])),
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

  async function plan(command: Command, card: Card, choice: Word | undefined): Promise<void> {
    const wish = ++asked;
    for (const { place } of cards) if (place !== card.place) replaceChildren(place);
    context.report(say('planning'));
    const outline = await command.outline(context, choice);
    if (wish !== asked) return;
    context.report('');
    replaceChildren(card.place, ...planParts(command, card, choice, outline));
    card.card.scrollIntoView({ block: 'nearest' });
  }

  function planParts(
    command: Command,
    card: Card,
    choice: Word | undefined,
    { notes, groups, sheets, run }: Outline,
  ): HTMLElement[] {
    const close = () => {
      replaceChildren(card.place);
      card.button.focus();
    };
    return [
      element('h3', {}, say('plan')),
      ...notes.map((note) => element('p', {}, note)),
      ...(run && command.choices ? [choiceOf(command, card, choice)] : []),
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

  function choiceOf(command: Command, card: Card, choice: Word | undefined): HTMLElement {
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
            onchange: () => void context.attempt(() => plan(command, card, word)),
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
    const heading = element('h3', { tabindex: -1 }, say('result'));
    replaceChildren(
      place,
      heading,
      ...problems.map((problem) => element('p', { class: 'wrong' }, problem)),
      ...notes.map((note) => element('p', {}, note)),
      ...groups.map(groupOf),
    );
    heading.focus();
    context.report([...problems.slice(0, 1), ...notes].join(say('sentenceGap')), problems.length > 0);
  }

  function planAt(title: string | undefined): void {
    const button = cards[COMMANDS.findIndex((command) => command.title === title)]?.button;
    if (button?.disabled) context.report(say('stillRunning'));
    else button?.click();
  }

  function setBusy(busy: boolean): void {
    for (const { button } of cards) button.disabled = busy;
  }

  function groupOf(group: Group): HTMLElement {
    const { title, lines } = withCommonReason(group, say);
    const list = element('ul', {});
    const more = element('button', { type: 'button', onclick: showMore });
    const details = element(
      'details',
      { open: lines.length <= MOST_UNFOLDED },
      element('summary', {}, title),
      list,
      more,
    );
    showMore();
    return details;

    function showMore(): void {
      list.append(...lines.slice(list.children.length, list.children.length + MOST_LINES).map(lineOf));
      const left = lines.length - list.children.length;
      more.textContent = say('showMore', { count: Math.min(left, MOST_LINES), text: left });
      more.hidden = left === 0;
    }
  }

  function lineOf({ cell, area, before, after, why }: Line): HTMLElement {
    const place = area
      ? element(
          'button',
          { type: 'button', class: 'link', onclick: () => void context.attempt(() => workbook.select(area)) },
          cell,
        )
      : cell;
    return element(
      'li',
      {},
      place,
      ' ',
      element('code', {}, before),
      after !== undefined && ' → ',
      after !== undefined && element('code', {}, after),
      why !== undefined && element('span', { class: 'hint' }, ` ${why}`),
    );
  }

  return { panel, shown: planAt };
}
