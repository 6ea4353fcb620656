import type { Language } from '../../language';
import { isoDate } from '../../cells/date';
import type { Definition } from '../../functions/catalogue/define';
import type { Example, Unit, Words } from '../../functions/catalogue/words-of';
import { exampleSheet, type ExampleSheet, type Grid } from '../../templates/example-sheet';
import type { Content as CellContent } from '../../templates/template';
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
    ...sheet.arguments.map(({ grid }) => ({ grid, kind: undefined })),
    { grid: sheet.result, kind: 'computed' },
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
  (_, row) => html`<tr><th scope="row">${row + 2}</th>${blocks.map(({ grid, kind }) => rowOf(grid, row, kind))}</tr>
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
  if (source) return html`${sourceLine(source, language)} · `;
  return given.some(({ grid }) => grid.flat().some((cell) => typeof cell === 'number'))
    ? `${LABELS.madeUp[language]} · `
    : undefined;
}

function colspan(columns: number): Html | undefined {
  return columns === 1 ? undefined : html` colspan="${columns}"`;
}

function rowOf(grid: Grid, row: number, kind: string | undefined): Content {
  const cells = grid[row] ?? grid[0]!.map(() => null);
  return cells.map(
    (cell) =>
      html`<td${classes([typeof cell === 'number' ? 'number' : undefined, row < grid.length ? kind : undefined])}>${cellText(cell)}</td>`,
  );
}

function classes(names: readonly (string | undefined)[]): Html | undefined {
  const given = names.filter((name) => name !== undefined);
  return given.length === 0 ? undefined : html` class="${given.join(' ')}"`;
}

function cellText(cell: CellContent): string {
  return cell === null ? '' : String(cell).replace(/^=(?=TRUE$|FALSE$)/, '');
}

/** One result, as the reader means it: digits in groups, a ratio also in percent, a date as a day. */
function outcome(result: Grid, returns: Unit): Content {
  if (result.length > 1 || result[0]!.length > 1) return undefined;
  const value = result[0]![0]!;
  return html` <span class="outcome">${typeof value === 'number' ? numberText(value, returns) : value === '' ? '""' : value}</span>`;
}

function numberText(value: number, returns: Unit): string {
  if (returns === 'date') return `${value} (${isoDate(value)})`;
  if (returns === 'ratio' || returns === 'rate')
    return `${grouped(value)} (${grouped(Number((value * 100).toPrecision(6)))}%)`;
  return grouped(value);
}

export function grouped(value: number): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(String(value));
  return match ? `${match[1] ? '−' : ''}${match[2]!.replace(/\B(?=(\d{3})+$)/g, ',')}${match[3] ?? ''}` : String(value);
}
