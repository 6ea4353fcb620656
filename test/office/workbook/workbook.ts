import type { Document } from '../host/excel';
import { answer } from '../wire/request';
import { Resource } from '../wire/resource';
import { cellArea } from './area';
import type { Book } from './book';
import { NamesResource } from './names';
import { RangeResource } from './range';
import { SettingsResource, XmlPartsResource } from './storage';
import { TablesResource } from './tables';
import { WorksheetsResource } from './worksheet';

/** Excel waits with calculation, if asked, until the end of the request. */
interface Pause {
  calculation: boolean;
}

class WorkbookResource extends Resource {
  readonly kind = 'Workbook';
  readonly Application: Resource;
  readonly Worksheets: WorksheetsResource;
  readonly Names: NamesResource;
  readonly Tables: TablesResource;
  readonly Settings: SettingsResource;
  readonly CustomXmlParts: XmlPartsResource;

  constructor(
    private readonly book: Book,
    pause: Pause,
  ) {
    super();
    this.Application = new ApplicationResource(book, pause);
    this.Worksheets = new WorksheetsResource(book);
    this.Names = new NamesResource(book, null);
    this.Tables = new TablesResource(book, null);
    this.Settings = new SettingsResource(book);
    this.CustomXmlParts = new XmlPartsResource(book);
  }

  get Name(): string {
    return 'Book1.xlsx';
  }
  override get scalars(): readonly string[] {
    return ['Name'];
  }
  GetSelectedRange(): RangeResource {
    const { sheet, area } = this.book.selection;
    return new RangeResource(this.book, sheet, area);
  }
  GetActiveCell(): RangeResource {
    const { sheet, area } = this.book.selection;
    return new RangeResource(this.book, sheet, cellArea(area.top, area.left));
  }
}

class ApplicationResource extends Resource {
  readonly kind = 'Application';

  constructor(
    private readonly book: Book,
    private readonly pause: Pause,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ['CalculationMode', 'CalculationState'];
  }
  get CalculationMode(): string {
    return this.book.calculationMode;
  }
  set CalculationMode(mode: string) {
    this.book.calculationMode = mode;
  }
  get CalculationState(): string {
    return this.book.calculation.isSettled ? 'Done' : 'Calculating';
  }
  Calculate(type: string): void {
    if (type === 'Recalculate') this.book.calculation.run();
    else this.book.calculation.recalculateAll();
  }
  SuspendApiCalculationUntilNextSync(): void {
    this.pause.calculation = true;
  }
  SuspendScreenUpdatingUntilNextSync(): void {}
}

/** The workbook as the document of a host: answers the requests of Excel.run. */
export function documentOf(book: Book): Document {
  const references = new Map<string, Resource>();
  book.kept = () => [...references.values()].filter((kept) => kept instanceof RangeResource);
  return {
    answer(request, service) {
      const pause: Pause = { calculation: false };
      const beforeAction = (reads: boolean) => void (reads && !pause.calculation && book.recalculate());
      const response = answer(request, {
        document: new WorkbookResource(book, pause),
        service,
        references,
        beforeAction,
      });
      book.recalculate();
      return response;
    },
  };
}
