import type { Language } from '../../language';
import type { Definition } from '../../functions/catalogue/define';
import type { Example, Unit, Words } from '../../functions/catalogue/words-of';
import { exampleSheet, type ExampleSheet, type Grid } from '../../templates/example-sheet';
import type { Content as CellContent } from '../../templates/template';
import { meaningOf } from '../../templates/headings';
import { textOf, type Meaning } from '../../templates/number-formats';
import { columnName } from '../../workbook/a1';
import { html, type Content, type Html } from '../html';
import { nameOf } from './argument-table';
import { LABELS } from './labels';
import { sourceLine } from './source-line';

/** An example as a small sheet, the formula as typed, the result, and a link that opens it in the embedded workbook. */
export function exampleFigure(
  definition: Definition,
  { returns }: Words,
  example: Example,
  order: number,
  language: Language,
): Html {
  const sheet = exampleSheet(definition, example);
  const label = LABELS.result[language];
  const heads = [
    ...sheet.arguments.map(
      ({ param, grid }) => html`<th scope="col"${colspan(grid[0]!.length)}>${nameOf(param, language)}</th>`,
    ),
    html`<th scope="col" class="computed"${colspan(sheet.result[0]!.length)}>${label}</th>`,
  ];
  const blocks = [
    ...sheet.arguments.map(({ grid }) => ({ grid, kind: undefined, meanings: [] })),
    { grid: sheet.result, kind: 'computed', meanings: meaningsOf(sheet.result, returns) },
  ];
  const height = Math.max(...blocks.map(({ grid }) => grid.length));
  const width = blocks.reduce((sum, { grid }) => sum + grid[0]!.length, 0);
  const title = example.title[language];
  return html`<figure>
<figcaption>${title}</figcaption>
<section class="scrolls" aria-label="${title}" tabindex="0">
<table class="sheet">
<thead>
<tr><td></td>${Array.from({ length: width }, (_, column) => html`<th scope="col">${columnName(column)}</th>`)}</tr>
<tr><th scope="row">1</th>${heads}</tr>
</thead>
<tbody>
${Array.from(
  { length: height },
  (_, row) => html`<tr><th scope="row">${row + 2}</th>${blocks.map((block) => rowOf(block, row))}</tr>
`,
)}</tbody>
</table>
</section>
<p class="call"><code>${sheet.formula}</code>${outcome(sheet.result, returns)}</p>
<p class="from">${example.note && html`${example.note[language]} `}${origin(example, sheet.arguments, language)}<a href="../index.html?try=${definition.id}&amp;example=${order}" class="try">${LABELS.tryIt[language]}</a></p>
</figure>
`;
}

/** Where the figures come from; words alone need to come from nowhere. */
function origin({ source }: Example, given: ExampleSheet['arguments'], language: Language): Content {
  if (source)
    return html`<span class="origin">${LABELS.exampleFrom[language]}${language === 'zh' ? '：' : ': '}${sourceLine(source, language)}</span>`;
  return given.some(({ grid }) => grid.flat().some((cell) => typeof cell === 'number'))
    ? html`<span class="origin">${LABELS.madeUp[language]}</span>`
    : undefined;
}

function colspan(columns: number): Html | undefined {
  return columns === 1 ? undefined : html` colspan="${columns}"`;
}

interface Block {
  readonly grid: Grid;
  readonly kind: string | undefined;
  /** What the columns mean; arguments stand as they were typed. */
  readonly meanings: readonly Meaning[];
}

function meaningsOf(result: Grid, returns: Unit): readonly Meaning[] {
  return result[0]!.map((head) => (returns === 'table' ? meaningOf(head) : returns));
}

function rowOf({ grid, kind, meanings }: Block, row: number): Content {
  const cells = grid[row] ?? grid[0]!.map(() => null);
  return cells.map(
    (cell, column) =>
      html`<td${classes([typeof cell === 'number' ? 'number' : undefined, row < grid.length ? kind : undefined])}>${cellText(cell, meanings[column], grid, column)}</td>`,
  );
}

function classes(names: readonly (string | undefined)[]): Html | undefined {
  const given = names.filter((name) => name !== undefined);
  return given.length === 0 ? undefined : html` class="${given.join(' ')}"`;
}

function cellText(cell: CellContent, meaning: Meaning, grid: Grid, column: number): string {
  if (typeof cell === 'number' && meaning !== undefined)
    return textOf(
      cell,
      meaning,
      grid.map((row) => row[column]),
    );
  return cell === null ? '' : String(cell).replace(/^=(?=TRUE$|FALSE$)/, '');
}

/** One result, as people write it. */
function outcome(result: Grid, returns: Unit): Content {
  if (result.length > 1 || result[0]!.length > 1) return undefined;
  const value = result[0]![0]!;
  return html` <span class="outcome">${value === '' ? '""' : cellText(value, returns, result, 0)}</span>`;
}
