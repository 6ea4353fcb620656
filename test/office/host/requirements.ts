/** The requirement sets of a current desktop Excel, as its GetSupportedMatrix tells them. */
export const REQUIREMENTS: Readonly<Record<string, string>> = {
  ExcelApi: '1.20',
  CustomFunctionsRuntime: '1.5',
  CustomFunctions: '1.9',
  SharedRuntime: '1.2',
  RichApiRuntime: '1.3',
  RichApiRuntimeFlag: '1.2',
  RibbonApi: '1.2',
  DialogApi: '1.2',
  AddInCommands: '1.3',
  IdentityApi: '1.3',
  KeyboardShortcuts: '1.1',
};
