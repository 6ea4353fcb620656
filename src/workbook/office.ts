import { around, common, covering } from './area';
import { CHUNK_CELLS, rowsPerChunk, slices } from './chunks';
import { freeName } from './free-name';
import type {
  Area,
  CellValue,
  Cells,
  Chart,
  DefinedName,
  Format,
  NewName,
  Sheet,
  Spill,
  TableArea,
  Workbook,
} from './workbook';
import { latestWriting, namespaceOf, partsOf, textOf } from './xml-notes';

const POLL_MS = 100;
const LONGEST_CALCULATION_MS = 120_000;
/** In a larger area of formats without a value nobody has left formulas. */
const MOST_SEARCHED = 1_000_000;
/** Since when cells hold numbers that carry their format. */
const DATA_TYPES = '1.16';
const POINTS_PER_CHARACTER = 5.25;
const CHART_TYPES = { line: 'Line', column: 'ColumnClustered' } as const;
const OPERATORS = { '<': 'LessThan', '>': 'GreaterThan', '=': 'EqualTo', '<>': 'NotEqualTo' } as const;
const ALIGNMENTS = { left: 'Left', center: 'Center', right: 'Right' } as const;

const NAME_PROPERTIES = 'items/name,items/formula,items/comment';

type Context = Excel.RequestContext;

/** Excel. Every call waits for Office by itself, so nothing that merely holds the workbook has to. */
export function officeWorkbook(): Workbook {
  return new OfficeWorkbook();
}

class OfficeWorkbook implements Workbook {
  readonly knowsOptional = true;
  async sheets(): Promise<readonly Sheet[]> {
    return run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name');
      await context.sync();
      const protections = worksheets.items.map(({ protection }) => protection.load('protected'));
      await context.sync();
      return worksheets.items.map(({ id, name }, i) => ({ id, name, protected: protections[i]!.protected }));
    });
  }

  async addSheet(name: string): Promise<Sheet> {
    return run(async (context) => added(context, context.workbook.worksheets.add(await freeNameIn(context, name))));
  }

  async copySheet(sheet: string, name: string): Promise<Sheet> {
    return run(async (context) => {
      const free = await freeNameIn(context, name);
      const source = context.workbook.worksheets.getItem(sheet);
      const copy = source.copy('After', source);
      copy.name = free;
      return added(context, copy);
    });
  }

  async deleteSheet(sheet: string): Promise<void> {
    await run(async (context) => context.workbook.worksheets.getItem(sheet).delete());
  }

  async activate(sheet: string): Promise<void> {
    await run(async (context) => context.workbook.worksheets.getItem(sheet).activate());
  }

  /** A formula that shows an empty text has no value to Excel: where formats reach further, what is there is looked at. */
  async used(sheet: string): Promise<Area | undefined> {
    return run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      const [formatted, valued] = [false, true].map((valuesOnly) =>
        worksheet.getUsedRangeOrNullObject(valuesOnly).load('rowIndex,columnIndex,rowCount,columnCount'),
      );
      await context.sync();
      if (formatted!.isNullObject) return undefined;
      const inner = valued!.isNullObject ? undefined : areaOf(sheet, valued!);
      return withFormulas(context, areaOf(sheet, formatted!), inner);
    });
  }

  async read(area: Area): Promise<Cells> {
    const spills = (await this.hasSpill(area)) ? await this.spills(area.sheet) : [];
    return run(async (context) => {
      const parts: Cells[] = [];
      for (const part of slices(area, rowsPerChunk(area.columns))) {
        const range = rangeOf(context, part).load('formulas,values,numberFormat');
        await context.sync();
        parts.push({
          formulas: range.formulas as CellValue[][],
          values: range.values as CellValue[][],
          formats: range.numberFormat as string[][],
        });
      }
      const formulas = parts.flatMap((part) => part.formulas.map((row) => [...row]));
      const values = parts.flatMap(({ values }) => values);
      blankSpilled(formulas, values, area, spills);
      return { formulas, values, formats: parts.flatMap(({ formats }) => formats) };
    });
  }

  async write(area: Area, content: readonly (readonly CellValue[])[]): Promise<void> {
    const before = await this.contentOf(area);
    let tried = 0;
    try {
      await run(async (context) => {
        for (const part of slices(area, rowsPerChunk(area.columns))) {
          rangeOf(context, part).formulas = content.slice(
            part.row - area.row,
            part.row - area.row + part.rows,
          ) as CellValue[][];
          tried += part.rows;
          await context.sync();
        }
      });
    } catch (problem) {
      // What cannot be put back is still there to be seen; the first problem is the one to tell.
      await this.put({ ...area, rows: tried }, before).catch(() => undefined);
      throw problem;
    }
  }

  async writeFormattedNumber(cell: Area, value: number, format: string): Promise<boolean> {
    return run(async (context) => {
      const range = rangeOf(context, cell);
      // Not every office.js that says so knows the property: setting it would do nothing.
      if (!Office.context.requirements.isSetSupported('ExcelApi', DATA_TYPES) || !('valuesAsJson' in range))
        return false;
      range.valuesAsJson = [
        [{ type: 'FormattedNumber', basicValue: value, numberFormat: format }],
      ] as Excel.CellValue[][];
      await context.sync();
      return true;
    });
  }

  async clear(area: Area): Promise<void> {
    await run(async (context) => rangeOf(context, area).clear('Contents'));
  }

  async settled(): Promise<void> {
    const end = Date.now() + LONGEST_CALCULATION_MS;
    while (Date.now() < end && !(await run(calculated))) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }

  async selection(): Promise<Area> {
    return run(async (context) => {
      const range = context.workbook.getSelectedRange().load('rowIndex,columnIndex,rowCount,columnCount');
      const sheet = range.worksheet.load('id');
      await context.sync();
      return areaOf(sheet.id, range);
    });
  }

  async select(area: Area): Promise<void> {
    await run(async (context) => {
      context.workbook.worksheets.getItem(area.sheet).activate();
      rangeOf(context, area).select();
    });
  }

  onSelection(listener: () => void): () => void {
    return listening((workbook) => workbook.onSelectionChanged, listener);
  }

  onChange(listener: () => void): () => void {
    const stops = [
      listening(({ worksheets }) => worksheets.onChanged, listener),
      listening(({ worksheets }) => worksheets.onCalculated, listener),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async names(): Promise<readonly DefinedName[]> {
    return run(async (context) => {
      const { names, worksheets } = context.workbook;
      names.load(NAME_PROPERTIES);
      worksheets.load('items/id');
      await context.sync();
      const local = worksheets.items.map((sheet) => sheet.names.load(NAME_PROPERTIES));
      await context.sync();
      return [
        ...names.items.map(definedName),
        ...worksheets.items.flatMap(({ id }, i) =>
          local[i]!.items.map((item) => ({ ...definedName(item), sheet: id })),
        ),
      ];
    });
  }

  async defineNames(names: readonly NewName[]): Promise<void> {
    await run(async (context) => {
      const known = await namesIn(
        context,
        names.map(({ name }) => name),
      );
      names.forEach(({ name, formula, comment }, i) => {
        const item = known[i]!;
        if (item.isNullObject) context.workbook.names.add(name, formula, comment);
        else Object.assign(item, { formula, comment });
      });
      await context.sync();
    });
  }

  async deleteNames(names: readonly string[]): Promise<void> {
    await run(async (context) => {
      const known = await namesIn(context, names);
      for (const item of known) if (!item.isNullObject) item.delete();
      await context.sync();
    });
  }

  async tables(): Promise<readonly TableArea[]> {
    return run(async (context) => {
      const { tables } = context.workbook;
      tables.load('items/name');
      await context.sync();
      const found = tables.items.map((table) => ({
        name: table.name,
        sheet: table.worksheet.load('id'),
        range: table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
      }));
      await context.sync();
      return found.map(({ name, sheet, range }) => ({ name, area: areaOf(sheet.id, range) }));
    });
  }

  async placeTable(name: string, area: Area): Promise<boolean> {
    return run(async (context) => {
      const known = context.workbook.tables.getItemOrNullObject(name).load('name');
      await context.sync();
      if (known.isNullObject) context.workbook.tables.add(rangeOf(context, area), true).name = name;
      else if (Office.context.requirements.isSetSupported('ExcelApi', '1.13')) known.resize(rangeOf(context, area));
      else return false;
      await context.sync();
      return true;
    });
  }

  async spills(sheet: string): Promise<readonly Spill[]> {
    const area = await this.used(sheet);
    if (!area) return [];
    return run(async (context) => {
      const columns = Array.from({ length: area.columns }, (_, i) => ({
        ...area,
        column: area.column + i,
        columns: 1,
      }));
      const ranges = columns.map((column) => rangeOf(context, column).load('hasSpill'));
      await context.sync();
      const found: Spill[] = [];
      for (const column of columns.filter((_, i) => ranges[i]!.hasSpill !== false))
        for (const spill of await spillsOf(context, column)) found.push(spill);
      return found;
    });
  }

  async merged(sheet: string): Promise<readonly Area[]> {
    return run(async (context) => {
      const areas = context.workbook.worksheets.getItem(sheet).getRange().getMergedAreasOrNullObject();
      await context.sync();
      if (areas.isNullObject) return [];
      const ranges = areas.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
      await context.sync();
      return ranges.items.map((range) => areaOf(sheet, range));
    });
  }

  /** Before ExcelApi 1.9 nobody says why rows are hidden. */
  async filtered(sheet: string): Promise<boolean> {
    return run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      if (!Office.context.requirements.isSetSupported('ExcelApi', '1.9')) {
        const used = worksheet.getUsedRangeOrNullObject().load('rowHidden');
        await context.sync();
        return !used.isNullObject && used.rowHidden !== false;
      }
      const own = worksheet.autoFilter.load('isDataFiltered');
      const tables = worksheet.tables.load('items/id');
      await context.sync();
      const ofTables = tables.items.map(({ autoFilter }) => autoFilter.load('isDataFiltered'));
      if (ofTables.length > 0) await context.sync();
      return [own, ...ofTables].some(({ isDataFiltered }) => isDataFiltered);
    });
  }

  async filter(area: Area, text: string): Promise<boolean> {
    if (!Office.context.requirements.isSetSupported('ExcelApi', '1.9')) return false;
    await run(async (context) => {
      const { autoFilter } = context.workbook.worksheets.getItem(area.sheet);
      autoFilter.apply(rangeOf(context, area), 0, { filterOn: 'Values', values: [text] });
    });
    return true;
  }

  async format(
    area: Area,
    { number, bold, fill, color, width, minWidth, wrap, align, when = [] }: Format,
  ): Promise<void> {
    await run(async (context) => {
      const range = rangeOf(context, area);
      if (number !== undefined) range.numberFormat = number as unknown as string[][];
      if (bold !== undefined) range.format.font.bold = bold;
      if (color !== undefined) range.format.font.color = color;
      if (fill !== undefined) range.format.fill.color = fill;
      if (width !== undefined) range.format.columnWidth = width * POINTS_PER_CHARACTER;
      if (minWidth !== undefined) await widened(context, area, minWidth * POINTS_PER_CHARACTER);
      if (wrap !== undefined) range.format.wrapText = wrap;
      if (align !== undefined) range.format.horizontalAlignment = ALIGNMENTS[align];
      for (const { operator, value, fill, color } of when) {
        const { cellValue } = range.conditionalFormats.add('CellValue');
        cellValue.format.fill.color = fill;
        cellValue.format.font.color = color;
        cellValue.rule = {
          operator: OPERATORS[operator],
          formula1: typeof value === 'number' ? String(value) : `="${value.replace(/"/g, '""')}"`,
        };
      }
    });
  }

  async freezeRows(sheet: string, rows: number): Promise<void> {
    await run(async (context) => context.workbook.worksheets.getItem(sheet).freezePanes.freezeRows(rows));
  }

  async addChart(sheet: string, { kind, title, data, at }: Chart): Promise<boolean> {
    return run(async (context) => {
      const chart = context.workbook.worksheets
        .getItem(sheet)
        .charts.add(CHART_TYPES[kind], rangeOf(context, data), 'Columns');
      chart.title.text = title;
      const corner = rangeOf(context, at);
      chart.setPosition(corner.getCell(0, 0), corner.getLastCell());
      return true;
    });
  }

  async readNote(key: string): Promise<string | undefined> {
    return run(async (context) => textOf((await notesOf(context, key)).map(({ xml }) => xml)));
  }

  /** What was there is deleted last: whatever fails before leaves it as it is. */
  async writeNote(key: string, text: string | undefined): Promise<void> {
    await run(async (context) => {
      const { customXmlParts } = context.workbook;
      const before = await notesOf(context, key);
      const added: Excel.CustomXmlPart[] = [];
      try {
        for (const xml of text === undefined
          ? []
          : partsOf(key, text, latestWriting(before.map((part) => part.xml)) + 1)) {
          added.push(customXmlParts.add(xml));
          await context.sync();
        }
      } catch (problem) {
        for (const part of added.slice(0, -1)) part.delete();
        await context.sync();
        throw problem;
      }
      for (const { part } of before) part.delete();
    });
  }

  private async hasSpill(area: Area): Promise<boolean> {
    return run(async (context) => {
      const range = rangeOf(context, area).load('hasSpill');
      await context.sync();
      return range.hasSpill !== false;
    });
  }

  /** What an area holds, as far as the sheet is used there. */
  private async contentOf(area: Area): Promise<{ area: Area; formulas: Cells['formulas'] } | undefined> {
    const used = await this.used(area.sheet);
    const inside = used && common(area, used);
    return inside && { area: inside, formulas: (await this.read(inside)).formulas };
  }

  /** Writes what an area held; where nothing was, it is emptied. */
  private async put(area: Area, before: { area: Area; formulas: Cells['formulas'] } | undefined): Promise<void> {
    const contentAt = (row: number, column: number) =>
      before?.formulas[row - before.area.row]?.[column - before.area.column] ?? '';
    await run(async (context) => {
      for (const part of slices(area, rowsPerChunk(area.columns))) {
        rangeOf(context, part).formulas = Array.from({ length: part.rows }, (_, i) =>
          Array.from({ length: part.columns }, (__, j) => contentAt(part.row + i, part.column + j)),
        ) as CellValue[][];
        await context.sync();
      }
    });
  }
}

/** Excel.run once Excel is there; what was queued last needs no sync of its own. */
async function run<T>(work: (context: Context) => Promise<T> | T): Promise<T> {
  if (typeof Office === 'undefined') throw new Error('office.js could not be loaded.');
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) throw new Error('This page is not open in Excel.');
  return Excel.run(async (context) => work(context));
}

function definedName({ name, formula, comment }: Excel.NamedItem): DefinedName {
  return { name, formula: String(formula), ...(comment && { comment }) };
}

/** The items of some names; a null object for one that is not there. */
async function namesIn(context: Context, names: readonly string[]): Promise<Excel.NamedItem[]> {
  const items = names.map((name) => context.workbook.names.getItemOrNullObject(name).load('name'));
  await context.sync();
  return items;
}

/** Where this Excel has no such event, nothing is ever heard. */
function listening<T>(
  eventOf: (workbook: Excel.Workbook) => OfficeExtension.EventHandlers<T>,
  listener: () => void,
): () => void {
  const registered = run(async (context) => {
    const result = eventOf(context.workbook).add(async () => listener());
    await context.sync();
    return result;
  });
  registered.catch(() => undefined);
  return () => {
    void registered.then(
      (result) =>
        Excel.run(result.context as Context, async (context) => {
          result.remove();
          await context.sync();
        }),
      () => undefined,
    );
  };
}

async function widened(context: Context, area: Area, points: number): Promise<void> {
  const columns = Array.from({ length: area.columns }, (_, i) =>
    rangeOf(context, { ...area, column: area.column + i, rows: 1, columns: 1 }),
  );
  columns.forEach(({ format }) => format.load('columnWidth'));
  await context.sync();
  for (const { format } of columns) if (format.columnWidth < points) format.columnWidth = points;
}

/** The area that also holds the formulas of the parts around it. */
async function withFormulas(context: Context, outer: Area, inner: Area | undefined): Promise<Area | undefined> {
  let found = inner;
  for (const part of around(outer, inner)) {
    if (part.rows * part.columns > MOST_SEARCHED) continue;
    for (const slice of slices(part, rowsPerChunk(part.columns))) {
      const range = rangeOf(context, slice).load('formulas');
      await context.sync();
      range.formulas.forEach((line: CellValue[], row) =>
        line.forEach((content, column) => {
          if (content !== '')
            found = covering(found, {
              ...slice,
              row: slice.row + row,
              column: slice.column + column,
              rows: 1,
              columns: 1,
            });
        }),
      );
    }
  }
  return found;
}

async function added(context: Context, sheet: Excel.Worksheet): Promise<Sheet> {
  sheet.load('id,name');
  await context.sync();
  return { id: sheet.id, name: sheet.name, protected: false };
}

async function freeNameIn(context: Context, name: string): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  return freeName(
    name,
    worksheets.items.map((sheet) => sheet.name),
  );
}

async function notesOf(context: Context, key: string): Promise<{ part: Excel.CustomXmlPart; xml: string }[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespaceOf(key)).load('items/id');
  await context.sync();
  const texts = parts.items.map((part) => part.getXml());
  await context.sync();
  return parts.items.map((part, i) => ({ part, xml: texts[i]!.value }));
}

async function calculated(context: Context): Promise<boolean> {
  const application = context.workbook.application.load('calculationState');
  await context.sync();
  return application.calculationState === Excel.CalculationState.done;
}

async function spillsOf(context: Context, column: Area): Promise<Spill[]> {
  const found: Spill[] = [];
  for (const part of slices(column, CHUNK_CELLS / 10)) {
    const ranges = Array.from({ length: part.rows }, (_, i) =>
      rangeOf(context, { ...part, row: part.row + i, rows: 1 })
        .getSpillingToRangeOrNullObject()
        .load('rowIndex,columnIndex,rowCount,columnCount'),
    );
    await context.sync();
    for (const range of ranges) {
      if (!range.isNullObject)
        found.push({
          row: range.rowIndex,
          column: range.columnIndex,
          rows: range.rowCount,
          columns: range.columnCount,
          legacy: false,
        });
    }
  }
  return found;
}

/** A cell that a formula elsewhere fills has none of its own; builds of Excel differ in what they say there. */
function blankSpilled(formulas: CellValue[][], values: Cells['values'], area: Area, spills: readonly Spill[]): void {
  for (const { row, column, rows, columns } of spills) {
    for (let r = Math.max(row, area.row); r < Math.min(row + rows, area.row + area.rows); r++) {
      for (let c = Math.max(column, area.column); c < Math.min(column + columns, area.column + area.columns); c++) {
        if (r !== row || c !== column)
          formulas[r - area.row]![c - area.column] = values[r - area.row]![c - area.column]!;
      }
    }
  }
}

function rangeOf(context: Context, { sheet, row, column, rows, columns }: Area): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns);
}

function areaOf(sheet: string, { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return { sheet, row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}
