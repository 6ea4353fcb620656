// The spreadsheet engine with our functions in it.
import type { Language } from '../language';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-table/lib/index.css';
import {
  type Injector,
  type IWorkbookData,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { CalculationMode, IDescriptionService, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEn from '@univerjs/preset-sheets-core/locales/en-US';
import coreZh from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsTablePreset } from '@univerjs/preset-sheets-table';
import tableEn from '@univerjs/preset-sheets-table/locales/en-US';
import tableZh from '@univerjs/preset-sheets-table/locales/zh-CN';
import { AutocompletePlugin } from './autocomplete';
import { colourFiguresAboveZero } from './coloured-figures';
import { fitPastedColumns } from './fit-pasted';
import { markNumbersTooWide } from './too-wide';
import { indexColumnsByRow } from './inverted-index';
import type { Metadata } from './metadata';
import { description, functionClass, nameOf } from './univer-functions';

const LOCALES = {
  en: { type: LocaleType.EN_US, words: mergeLocales(coreEn, tableEn) },
  zh: { type: LocaleType.ZH_CN, words: mergeLocales(coreZh, tableZh) },
};

export interface OpenedWorkbook {
  api: FUniver;
  injector: Injector;
}

/** Opens a workbook inside `container`. One per page: the engine mixes up LET and LAMBDA in a second one. */
export function openWorkbook(
  container: HTMLElement,
  metadata: Metadata,
  language: Language,
  dark: boolean,
  content: Partial<IWorkbookData>,
): OpenedWorkbook {
  indexColumnsByRow();
  const { type, words } = LOCALES[language];
  const univer = new Univer({ locale: type, locales: { [type]: words }, darkMode: dark, logLevel: LogLevel.ERROR });
  const core = UniverSheetsCorePreset({
    container,
    ribbonType: 'simple',
    // Security codes are text on purpose.
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    formula: {
      function: metadata.functions.map((fn) => [functionClass(fn, language), nameOf(fn)]),
      // A saved workbook has no spilled cells, and what functions said is in the language it was saved in.
      initialFormulaComputing: CalculationMode.FORCED,
    },
  });
  for (const plugin of [...core.plugins, ...UniverSheetsTablePreset().plugins]) {
    if (Array.isArray(plugin)) univer.registerPlugin(...plugin);
    else univer.registerPlugin(plugin);
  }
  univer.registerPlugin(AutocompletePlugin);
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  api.createWorkbook({ ...content, locale: type });
  colourFiguresAboveZero(injector);
  markNumbersTooWide(injector);
  fitPastedColumns(injector);
  injector
    .get(IDescriptionService)
    .registerDescriptions(metadata.functions.map((fn) => description(metadata, fn, language)));
  void steadyOnceDrawn(injector.get(LifecycleService));
  return { api, injector };
}

/** The engine waits three seconds after its first picture for the last of its parts; nobody else should. */
async function steadyOnceDrawn(lifecycle: LifecycleService): Promise<void> {
  await lifecycle.onStage(LifecycleStages.Rendered);
  setTimeout(() => (lifecycle.stage = LifecycleStages.Steady));
}
