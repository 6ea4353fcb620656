// While a formula is typed, our functions are also offered by 中文 name, by pinyin and by field code, as in the pane.
import {
  DependentOn,
  IConfigService,
  Injector,
  LocaleService,
  Plugin,
  setDependencies,
  UniverInstanceType,
} from '@univerjs/core';
import {
  DescriptionService,
  FunctionType,
  IDescriptionService,
  IFunctionService,
  UniverSheetsFormulaPlugin,
} from '@univerjs/preset-sheets-core';
import { findFunctions, functionsCalled } from '../taskpane/search/functions';
import { NAMESPACE } from './univer-functions';

type Offered = ReturnType<DescriptionService['getSearchListByNameFirstLetter']>[number];

/** Two Latin letters are the initials of too many words. */
const FEWEST_LETTERS = 3;
const ONLY_LATIN = /^[\x20-\x7e]*$/;

class WiderDescriptionService extends DescriptionService {
  /** What the cell's editor and the formula bar offer. */
  override getSearchListByNameFirstLetter(typed: string): Offered[] {
    return this.withOurs(typed, super.getSearchListByNameFirstLetter(typed));
  }

  /** What the dialog of all functions finds. */
  override getSearchListByName(typed: string): Offered[] {
    return this.withOurs(typed, super.getSearchListByName(typed) as Offered[]);
  }

  private withOurs(typed: string, found: readonly Offered[]): Offered[] {
    const word = typed.trim();
    const latin = ONLY_LATIN.test(word);
    if (latin && word.length < FEWEST_LETTERS) return [...found];
    const find = latin ? functionsCalled : findFunctions;
    const names = new Set(found.map(({ name }) => name));
    const ours = find(word)
      .map(({ id }) => `${NAMESPACE}.${id}`)
      .filter((name) => !names.has(name))
      .map((name) => ({ name, desc: this.getFunctionInfo(name)?.abstract ?? '', functionType: FunctionType.User }));
    return [...found, ...ours];
  }
}

/** Puts the wider search in the place of the engine's, before anything has asked for it. */
export class AutocompletePlugin extends Plugin {
  static override pluginName = 'RZRQ_AUTOCOMPLETE';
  static override type = UniverInstanceType.UNIVER_SHEET;

  constructor(
    _config: undefined,
    protected readonly _injector: Injector,
  ) {
    super();
  }

  override onStarting(): void {
    this._injector.replace([
      IDescriptionService,
      {
        useFactory: (functions: IFunctionService, locale: LocaleService, config: IConfigService) =>
          new WiderDescriptionService(functions, locale, config),
        deps: [IFunctionService, LocaleService, IConfigService],
      },
    ]);
  }
}

DependentOn(UniverSheetsFormulaPlugin)(AutocompletePlugin);
setDependencies(AutocompletePlugin, [Injector], 1);
