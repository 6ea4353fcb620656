import { parseDate, isoDate } from '../../cells/date';
import type { Question } from '../../import/finding';
import type { Overview, PartLine, ToldFinding } from '../../import/overview';
import type { ChosenFile } from '../../import/protocol';
import { SHEET_ROWS, type Plan } from '../../import/write-plan';
import { CODE } from '../../import/part';
import type { PaneContext, View } from '../context';
import { element, newId, replaceChildren, type Child } from '../element';
import { reportEnding } from '../ending';
import { chosenFiles, droppedFiles, pastedText } from '../import/chosen';
import { startEngine, Stopped, type Engine } from '../import/engine';
import { panelRows, panelSheets, type PanelSheet } from '../import/panel-sheets';
import { daysOfPart, fromText, optionText, unitText } from '../import/told';
import { importSpeaker } from '../import/words';
import { targetOf, writePanel } from '../import/write';
import { runJob } from '../job';

const MOST_SHOWN = 300;
const FILES = 'rzrq-import-files';
const NAMED = new Set(['file', 'folder', 'sheet', 'user']);

/** From the exchanges' files to a checked panel: what was found first, then what to write of it. */
export function importView(context: PaneContext): View {
  const { workbook, language, say: sayPane } = context;
  const say = importSpeaker(language);
  const running = element('div', {});
  const place = element('div', { 'aria-live': 'polite' });
  const panel = element('div', {}, chooser(), running, place);
  let engine: Engine | undefined;
  let existing: readonly PanelSheet[] = [];
  let plan: Plan = { what: 'securities', codes: [], divided: false };
  let appends = true;
  let codesText = '';

  function chooser(): HTMLElement {
    const picker = (id: string, folder: boolean) => {
      const input = element('input', {
        id,
        type: 'file',
        multiple: true,
        hidden: true,
        webkitdirectory: folder,
        onchange: () => {
          const files = chosenFiles(input.files);
          input.value = '';
          take(files);
        },
      });
      return input;
    };
    const [files, folder] = [picker(newId('files'), false), picker(newId('folder'), true)];
    const paste = element('textarea', {
      id: newId('paste'),
      rows: 1,
      placeholder: say('paste'),
      'aria-label': say('paste'),
      oninput: () => {
        const text = paste.value;
        if (!text.includes('\n')) return;
        paste.value = '';
        take([pastedText(say('pasted'), text)]);
      },
    });
    const zone = element(
      'div',
      {
        class: 'drop-zone',
        id: 'rzrq-import-zone',
        ondragover: (event: DragEvent) => {
          event.preventDefault();
          zone.classList.add('over');
        },
        ondragleave: () => zone.classList.remove('over'),
        ondrop: (event: DragEvent) => {
          event.preventDefault();
          zone.classList.remove('over');
          const { dataTransfer } = event;
          if (dataTransfer) void context.attempt(async () => take(await droppedFiles(dataTransfer)));
        },
      },
      element('p', {}, say('zone')),
      element(
        'p',
        { class: 'actions' },
        element('button', { type: 'button', class: 'primary', onclick: () => files.click() }, say('files')),
        element('button', { type: 'button', onclick: () => folder.click() }, say('folder')),
      ),
      files,
      folder,
      paste,
    );
    return element(
      'article',
      { class: 'card' },
      element('h2', {}, say('title')),
      element('p', { class: 'hint' }, say('hint')),
      zone,
    );
  }

  function take(files: readonly ChosenFile[]): void {
    if (files.length > 0) void context.attempt(() => read(files));
  }

  async function read(files: readonly ChosenFile[]): Promise<void> {
    const isFirst = engine === undefined;
    const own = (engine ??= startEngine(language));
    try {
      if (isFirst) await readPanels(own);
      await runJob(running, say('reading'), sayPane, async (job) => {
        const timer = setInterval(() => job.signal.aborted && own.stop(), 50);
        try {
          await own.add(files, (done, total) => job.show(done / total));
        } finally {
          clearInterval(timer);
        }
      });
      await draw();
    } catch (problem) {
      forget();
      if (!(problem instanceof Stopped)) throw problem;
      context.report(say('stopped'));
    }
  }

  async function readPanels(own: Engine): Promise<void> {
    existing = await panelSheets(workbook);
    if (existing.length === 0) return;
    await runJob(running, say('readingPanel'), sayPane, async (job) => {
      for (const one of existing) {
        const rows = await panelRows(workbook, one, (done, total) => {
          job.show(done / total);
          if (job.signal.aborted) throw new Stopped();
        });
        await own.addExisting(one.sheet.name, rows);
      }
    });
    await own.append(appends);
  }

  function forget(): void {
    engine?.stop();
    engine = undefined;
    existing = [];
    replaceChildren(place);
  }

  async function draw(): Promise<void> {
    const own = engine;
    if (!own) return;
    const overview = await own.overview();
    const open = new Set([...place.querySelectorAll('details[open]')].map(({ id }) => id));
    const choice = await choices(own, overview);
    if (own !== engine) return;
    replaceChildren(place, ...summary(overview, own, open.has(FILES)), ...choice);
    for (const details of place.querySelectorAll('details')) details.open ||= open.has(details.id);
  }

  const changing = (work: (own: Engine) => Promise<unknown>) => () =>
    void context.attempt(async () => {
      if (!engine) return;
      await work(engine);
      await draw();
    });

  function summary(overview: Overview, own: Engine, showsFiles: boolean): Child[] {
    const { files, days, dayCount, findings } = overview;
    const questions = findings.filter(({ question }) => question !== undefined);
    const others = findings.filter(({ question }) => question === undefined);
    const left = files.filter(({ state }) => state !== 'read');
    const count = (state: string) => files.filter((file) => file.state === state).length;
    return [
      element(
        'p',
        { class: 'total', id: 'rzrq-import-total' },
        element(
          'strong',
          {},
          say('total', {
            days: dayCount,
            files: count('read'),
            rows: days.reduce((sum, { rows }) => sum + rows, 0),
            skipped: count('skipped'),
            unread: count('unread'),
          }),
        ),
      ),
      questions.length > 0 &&
        element(
          'section',
          { id: 'rzrq-import-questions' },
          element('h2', {}, say('questions')),
          ...questions.map((one) => questionCard(one, overview)),
        ),
      (others.length > 0 || findings.length === 0) &&
        element(
          'section',
          {},
          element('h2', {}, say('findings')),
          findings.length === 0
            ? element('p', { class: 'hint' }, say('nothingFound'))
            : element(
                'ul',
                { id: 'rzrq-import-findings' },
                ...others.slice(0, MOST_SHOWN).map(({ sentence }) => element('li', {}, sentence)),
              ),
        ),
      daysTable(overview),
      left.length > 0 &&
        element(
          'details',
          { id: 'rzrq-import-left', open: true },
          element('summary', {}, say('notRead', { count: left.length })),
          element(
            'ul',
            {},
            ...left
              .slice(0, MOST_SHOWN)
              .map(({ name, reason }) => element('li', {}, element('strong', {}, name), ` ${reason ?? ''}`)),
          ),
        ),
      filesList(overview, own, showsFiles),
    ];
  }

  function questionCard(finding: ToldFinding, overview: Overview): HTMLElement {
    const question = finding.question!;
    const { id, answer, options, suggestion, asks } = question;
    if (answer !== undefined)
      return element(
        'div',
        { class: 'card' },
        element('p', {}, finding.sentence),
        element(
          'p',
          { class: 'actions' },
          element('span', {}, say('decided', { text: optionText(question, answer, overview, say) })),
          element(
            'button',
            { type: 'button', class: 'link', onclick: changing((own) => own.answer(id, undefined)) },
            say('undo'),
          ),
        ),
      );
    const answers = options.map((option) =>
      element(
        'button',
        {
          type: 'button',
          class: option === suggestion ? 'primary' : '',
          onclick: changing((own) => own.answer(id, option)),
        },
        optionText(question, option, overview, say),
      ),
    );
    return element(
      'div',
      { class: 'card advice' },
      element('p', {}, finding.sentence),
      asks === 'day' &&
        suggestion !== undefined &&
        element('p', { class: 'hint' }, say('fits', { text: isoDate(Number(suggestion)) })),
      asks === 'day' && dayField(question),
      element('p', { class: 'actions' }, ...answers),
    );
  }

  function dayField({ id, suggestion }: Question): HTMLElement {
    const field = newId('import-day');
    const input = element('input', {
      id: field,
      type: 'date',
      value: suggestion === undefined ? '' : isoDate(Number(suggestion)),
    });
    const use = changing(async (own) => {
      const day = parseDate(input.value);
      if (day !== undefined) await own.answer(id, String(day));
    });
    return element(
      'p',
      { class: 'field inline' },
      element('label', { for: field }, say('day')),
      input,
      element('button', { type: 'button', class: 'primary', onclick: use }, say('useDay')),
    );
  }

  function daysTable({ days }: Overview): Child {
    return (
      days.length > 0 &&
      element(
        'section',
        {},
        element('h2', {}, say('daysHeld')),
        table(
          say('daysHeld'),
          [say('exchange'), say('days'), say('first'), say('last'), say('rowsHead')],
          days.map((one) => [
            one.exchange || say('unknown'),
            one.days.toLocaleString('en-US'),
            isoDate(one.first),
            isoDate(one.last),
            one.rows.toLocaleString('en-US'),
          ]),
        ),
      )
    );
  }

  /** Hundreds of rows, most of which nobody asks for: made when they are. */
  function filesList(overview: Overview, own: Engine, shown: boolean): Child {
    if (overview.parts.length === 0) return undefined;
    const details: HTMLDetailsElement = element(
      'details',
      {
        id: FILES,
        ontoggle: () => details.children.length === 1 && details.append(...filesTable(overview, own)),
      },
      element('summary', {}, say('allFiles', { count: overview.files.length })),
      ...(shown ? filesTable(overview, own) : []),
    );
    return details;
  }

  function filesTable({ parts, files }: Overview, own: Engine): HTMLElement[] {
    const named = parts.filter(({ dayFrom, last }) => last > 0 && dayFrom !== undefined && NAMED.has(dayFrom));
    const shift = (step: -1 | 1) =>
      changing(() =>
        own.shiftDays(
          named.map(({ part }) => part),
          step,
        ),
      );
    const shifts = element(
      'p',
      { class: 'actions' },
      element('span', {}, say('shiftNamed')),
      element('button', { type: 'button', onclick: shift(-1) }, say('earlier')),
      element('button', { type: 'button', onclick: shift(1) }, say('later')),
    );
    const nameOf = new Map(files.map(({ number, name }) => [number, name]));
    return [
      ...(named.length > 0 ? [shifts] : []),
      table(
        say('allFiles', { count: files.length }),
        [say('file'), say('exchange'), say('day'), say('unit'), say('rowsHead')],
        parts
          .slice(0, MOST_SHOWN)
          .map((part) => [
            [nameOf.get(part.file) ?? '', part.sheet && element('span', { class: 'hint' }, ` ${part.sheet}`)],
            [
              part.exchanges.join(' ') || say('unknown'),
              element('span', { class: 'hint' }, ` ${fromText(part.exchangeFrom, say)}`),
            ],
            dayCell(part, own),
            unitText(part, say, language),
            part.rows.toLocaleString('en-US'),
          ]),
      ),
    ];
  }

  /** A day that comes from a name can be put right. */
  function dayCell(part: PartLine, own: Engine): Child[] {
    const from = element('span', { class: 'hint' }, ` ${fromText(part.dayFrom, say)}`);
    if (part.dayFrom === undefined || !NAMED.has(part.dayFrom)) return [daysOfPart(part), from];
    const input = element('input', {
      id: `rzrq-import-day-${part.part}`,
      type: 'date',
      'aria-label': say('day'),
      value: daysOfPart(part),
      onchange: () => {
        const day = parseDate(input.value);
        if (day !== undefined) changing(() => own.setDay(part.part, day))();
      },
    });
    return [input, from];
  }

  function table(
    label: string,
    head: readonly string[],
    rows: readonly (readonly (string | readonly Child[])[])[],
  ): HTMLElement {
    return element(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label },
      element(
        'table',
        {},
        element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))),
        element(
          'tbody',
          {},
          ...rows.map(([first, ...others]) =>
            element(
              'tr',
              {},
              element('th', { scope: 'row' }, ...childrenOf(first!)),
              ...others.map((cell) => element('td', {}, ...childrenOf(cell))),
            ),
          ),
        ),
      ),
    );
  }

  async function choices(own: Engine, overview: Overview): Promise<Child[]> {
    if (overview.parts.length === 0) return [anewButton()];
    const planned = await own.sheetsOf(plan);
    const rows = planned.reduce((sum, one) => sum + one.rows, 0);
    const tooLong = planned.some((one) => one.rows + held(one.label) > SHEET_ROWS);
    const [what, codes, divided, append] = ['what', 'codes', 'divided', 'append'].map(
      (name) => `rzrq-import-${name}`,
    ) as [string, string, string, string];
    const option = (value: Plan['what']) => element('option', { value, selected: plan.what === value }, say(value));
    const select = element(
      'select',
      { id: what, onchange: changing(async () => void (plan = { ...plan, what: select.value as Plan['what'] })) },
      option('securities'),
      option('totals'),
    );
    const codesField = element('input', {
      id: codes,
      type: 'text',
      value: codesText,
      placeholder: '600519 000001',
      onchange: changing(async () => {
        codesText = codesField.value;
        plan = { ...plan, codes: codesText.split(/[^\d]+/).filter((code) => CODE.test(code)) };
      }),
    });
    const box = (id: string, checked: boolean, label: string, change: (on: boolean) => Promise<void>) => {
      const input: HTMLInputElement = element('input', {
        id,
        type: 'checkbox',
        checked,
        onchange: changing(() => change(input.checked)),
      });
      return element('p', { class: 'check' }, input, element('label', { for: id }, label));
    };
    const write = element(
      'button',
      {
        type: 'button',
        class: 'primary',
        id: 'rzrq-import-write',
        disabled: rows === 0 || tooLong || overview.open > 0,
        onclick: () => void context.attempt(() => writeAll(own, overview)),
      },
      say('write', { rows }),
    );
    return [
      element(
        'section',
        {},
        element('h2', {}, say('content')),
        element('p', { class: 'field' }, element('label', { for: what }, say('content')), select),
        element('p', { class: 'field' }, element('label', { for: codes }, say('codes')), codesField),
        box(divided, plan.divided, say('divided'), async (on) => void (plan = { ...plan, divided: on })),
        existing.length > 0 &&
          box(append, appends, say('append'), async (on) => {
            appends = on;
            await own.append(on);
          }),
        tooLong &&
          element('p', { class: 'wrong' }, say('fullSheet', { rows: Math.max(...planned.map((one) => one.rows)) })),
        overview.open > 0 && element('p', { class: 'hint' }, say('decideFirst', { count: overview.open })),
        rows === 0 && element('p', { class: 'hint' }, say('nothingNew')),
        element('p', { class: 'actions' }, write, anewButton()),
      ),
    ];
  }

  /** The rows of the panel that new ones go under. */
  function held(label: string): number {
    const name = [say('panelName'), label].filter(Boolean).join(' ');
    return appends ? (targetOf(existing, name, label)?.rows ?? 1) : 1;
  }

  function anewButton(): HTMLElement {
    return element('button', { type: 'button', id: 'rzrq-import-anew', onclick: () => forget() }, say('anew'));
  }

  async function writeAll(own: Engine, overview: Overview): Promise<void> {
    // What is written stays what was seen.
    place.inert = true;
    const ending = await runJob(running, say('writing'), sayPane, (job) =>
      writePanel(workbook, own, plan, appends ? existing : [], overview, language, job),
    ).finally(() => (place.inert = false));
    if (ending.status !== 'done') return reportEnding(context, ending);
    forget();
    context.report(say('written', { text: ending.value.map(({ name }) => name).join(sayPane('comma')) }));
  }

  return { panel, take };
}

const childrenOf = (cell: string | readonly Child[]): readonly Child[] => (typeof cell === 'string' ? [cell] : cell);
