import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import type { Language } from '../../language';
import type { Definition } from '../../functions/catalogue/define';
import { families } from '../../functions/catalogue/families';
import type { Family, Words } from '../../functions/catalogue/words-of';
import { PREFIX } from '../../formula/own-names';
import { helpers } from '../../share/names/helpers';
import type { LibraryName } from '../../share/names/library';
import { exampleSheet, type Grid } from '../../templates/example-sheet';
import { numberFormat } from '../../templates/number-formats';
import { blockName, cellName } from '../../workbook/a1';
import { FileWorkbook } from '../../xlsx/file-workbook';
import { LABELS, NOTES } from './words';

/** Files that say nothing new stay the same. */
const MADE = new Date(Date.UTC(2026, 0, 1));
const WIDTH_OF_NOTES = 100;
const NAME_COLUMN = 0;
const TITLE_COLUMN = 1;
const RESULT_COLUMN = 2;
const FIRST_ARGUMENT = 4;
const BOLD = { bold: true };
const FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } } as const;

type AllWords = Readonly<Record<string, Words>>;

/** A workbook that carries the names, with a sheet whose cells use every one of them, their values kept. */
export async function namesWorkbook(
  definitions: readonly Definition[],
  words: AllWords,
  library: readonly LibraryName[],
  language: Language,
): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'RZRQ Functions';
  workbook.created = workbook.modified = MADE;
  addNotes(workbook.addWorksheet(LABELS.notes[language]), language);
  const sheet = workbook.addWorksheet(LABELS.examples[language], { views: [{ state: 'frozen', ySplit: 1 }] });
  const taken = new Map(library.map(({ lambda }) => [lambda.id, lambda.params.map(({ name }) => name)]));
  const page = new Examples(sheet, language);
  for (const family of Object.keys(families) as Family[]) {
    const own = definitions.filter(({ id }) => words[id]!.family === family && taken.has(id));
    if (own.length === 0) continue;
    page.heading(families[family][language]);
    for (const definition of own) page.example(definition, words[definition.id]!, taken.get(definition.id)!);
  }
  page.heading(LABELS.helpers[language]);
  for (const { id } of helpers) if (taken.has(id)) page.helper(id);
  // The library's own writer has no comments for names.
  const file = await FileWorkbook.open(new Uint8Array(await workbook.xlsx.writeBuffer()));
  for (const { name, formula, comment } of library) file.addName(name, formula, undefined, comment);
  return file.save();
}

function addNotes(sheet: Worksheet, language: Language): void {
  sheet.getColumn(1).width = WIDTH_OF_NOTES;
  NOTES.forEach((note, i) => {
    const cell = sheet.getCell(cellName(i, 0));
    cell.value = note[language];
    cell.alignment = { wrapText: true, vertical: 'top' };
    if (i === 0) cell.font = BOLD;
  });
}

class Examples {
  private row = 1;

  constructor(
    private readonly sheet: Worksheet,
    private readonly language: Language,
  ) {
    [24, 48, 18, 3].forEach((width, i) => (sheet.getColumn(i + 1).width = width));
    for (let column = FIRST_ARGUMENT; column < FIRST_ARGUMENT + 14; column++) sheet.getColumn(column + 1).width = 16;
    const heads = [LABELS.name, LABELS.example, LABELS.result];
    heads.forEach((head, column) => this.put(0, column, head[language], true));
    this.put(0, FIRST_ARGUMENT, LABELS.arguments[language], true);
  }

  heading(text: string): void {
    this.put(this.row, NAME_COLUMN, text, true);
    this.sheet.getCell(cellName(this.row, NAME_COLUMN)).fill = FILL;
    this.row += 1;
  }

  /** The first example whose arguments the name has. */
  example(definition: Definition, words: Words, taken: readonly string[]): void {
    const example = words.examples.find(({ args }) => Object.keys(args).every((name) => taken.includes(name)));
    if (!example) throw new Error(`No example of ${definition.id} has only arguments of its name.`);
    const top = this.row + 1;
    const sheet = exampleSheet(definition, example);
    const texts = this.placed(sheet.arguments, top);
    const call = definition.params
      .filter(({ name }) => taken.includes(name))
      .map(({ name, kind }) => {
        const value = (example.args as Readonly<Record<string, unknown>>)[name];
        return kind === 'choice' && typeof value === 'string' ? `"${value}"` : (texts.get(name) ?? '');
      });
    const optional = definition.params.filter(({ name }) => taken.includes(name)).map(({ optional: one }) => one);
    while (call[call.length - 1] === '' && optional[call.length - 1]) call.pop();
    this.put(top, NAME_COLUMN, PREFIX + definition.id);
    this.put(top, TITLE_COLUMN, `${words.title[this.language]}: ${example.title[this.language]}`);
    this.formula(top, `${PREFIX}${definition.id}(${call.join(',')})`, sheet.result);
    const format = numberFormat(sheet.result.flat(), words.returns);
    if (format !== undefined)
      sheet.result.forEach((_, i) => (this.sheet.getCell(cellName(top + i, RESULT_COLUMN)).numFmt = format));
    const height = Math.max(sheet.result.length, ...sheet.arguments.map(({ grid }) => grid.length));
    this.row = top + height + 1;
  }

  helper(id: string): void {
    const { says, example } = helpers.find((one) => one.id === id)!;
    this.put(this.row, NAME_COLUMN, PREFIX + id);
    this.put(this.row, TITLE_COLUMN, says[this.language]);
    this.formula(this.row, `${PREFIX}${id}(${example.args})`, [[example.result as string]]);
    this.row += 1;
  }

  /** Writes the arguments side by side, a heading above each, and says where they stand. */
  private placed(given: ReturnType<typeof exampleSheet>['arguments'], top: number): ReadonlyMap<string, string> {
    const places = new Map<string, string>();
    for (const { param, column, grid } of given) {
      const left = FIRST_ARGUMENT + column;
      this.put(top - 1, left, this.language === 'zh' ? `${param.zh} ${param.name}` : param.name);
      grid.forEach((line, i) =>
        line.forEach((cell, j) => {
          if (cell !== null) this.put(top + i, left + j, cell);
        }),
      );
      places.set(param.name, blockName({ row: top, column: left, rows: grid.length, columns: grid[0]!.length }));
    }
    return places;
  }

  private formula(row: number, text: string, result: Grid): void {
    const ref = blockName({ row, column: RESULT_COLUMN, rows: result.length, columns: result[0]!.length });
    this.sheet.getCell(cellName(row, RESULT_COLUMN)).value = {
      formula: text,
      shareType: 'array',
      ref,
      isDynamicArray: true,
      result: cached(result[0]![0]!),
    };
    result.forEach((line, i) =>
      line.forEach((cell, j) => {
        if (i > 0 || j > 0) this.sheet.getCell(cellName(row + i, RESULT_COLUMN + j)).value = cached(cell);
      }),
    );
  }

  private put(row: number, column: number, value: Grid[0][0], bold = false): void {
    const cell = this.sheet.getCell(cellName(row, column));
    if (typeof value === 'string' && value.startsWith('=')) cell.value = value === '=TRUE';
    else cell.value = value;
    if (bold) cell.font = BOLD;
  }
}

function cached(value: Grid[0][0] | boolean) {
  if (value === null) return '';
  return typeof value === 'string' && value.startsWith('#') ? { error: value as '#N/A' } : value;
}
