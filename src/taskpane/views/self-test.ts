import { LANGUAGE_TAG } from '../../language';
import type { PaneContext, View } from '../context';
import { element, replaceChildren } from '../element';
import { reportEnding } from '../ending';
import { runJob } from '../job';
import { CHECKS } from '../self-test/checks';
import { reportOf } from '../self-test/report';
import { runSelfTest, type SelfTest, type Verdict } from '../self-test/run';

/** Tries in the reader's own program what nobody else can see, and gives a report to copy; nothing is sent. */
export function selfTestView(context: PaneContext): View {
  const { workbook, language, say } = context;
  const place = element('div', { 'aria-live': 'polite' });
  const button = element(
    'button',
    { type: 'button', class: 'primary', id: 'rzrq-self-test', onclick: () => void context.attempt(run) },
    say('runSelfTest'),
  );
  const panel = element(
    'div',
    {},
    element(
      'article',
      { class: 'card' },
      element('h2', {}, say('selfTest')),
      element('p', {}, say('selfTestHint', { count: CHECKS.length })),
      button,
      place,
    ),
  );
  return {
    panel,
    focus: () => {
      button.focus();
      return true;
    },
  };

  async function run(): Promise<void> {
    replaceChildren(place);
    button.disabled = true;
    try {
      const ending = await runJob(place, say('selfTest'), say, (job) => runSelfTest(workbook, language, job));
      if (ending.status !== 'done') return reportEnding(context, ending);
      replaceChildren(place, ...(await outcome(ending.value)));
    } finally {
      button.disabled = false;
    }
  }

  async function outcome(result: SelfTest): Promise<HTMLElement[]> {
    const failed = result.verdicts.filter(({ passed }) => !passed);
    const count = result.verdicts.length;
    const report = element('textarea', { readonly: true, rows: 8, 'aria-label': say('selfTestReport') });
    report.value = reportOf(result, await context.host(), language, new Date());
    return [
      element(
        'p',
        { class: failed.length > 0 ? 'wrong' : 'total' },
        say('selfTestResult', { count: count - failed.length, text: count }),
      ),
      ...(failed.length > 0 ? [element('ul', {}, ...failed.map(lineOf))] : []),
      element('p', {}, say('selfTestAsk')),
      report,
      element(
        'p',
        { class: 'actions' },
        element('button', { type: 'button', id: 'rzrq-copy-report', onclick: () => copy(report) }, say('copyReport')),
      ),
    ];
  }

  function lineOf({ check }: Verdict): HTMLElement {
    return element(
      'li',
      {},
      `${check.what[language]}: ${check.means[language]} `,
      element(
        'a',
        {
          href: `reference/limits.html?lang=${LANGUAGE_TAG[language]}#${check.limit}-${language}`,
          target: '_blank',
          rel: 'noopener',
        },
        say('knownLimits'),
      ),
    );
  }

  /** The pane of Excel may not let a page write to the clipboard: the text is selected in any case. */
  function copy(report: HTMLTextAreaElement): void {
    report.focus();
    report.select();
    context.report(say(document.execCommand('copy') ? 'reportCopied' : 'reportSelected'));
  }
}
