/** The sets that decide what the add-in can do, with the versions they have had. */
const SETS: Readonly<Record<string, number>> = {
  ExcelApi: 20,
  CustomFunctionsRuntime: 6,
  SharedRuntime: 2,
  CustomXmlParts: 1,
  RibbonApi: 2,
  KeyboardShortcuts: 1,
};

/** Which Excel this is, as lines of a report: host, platform, build, and what it supports. */
export async function officeHost(): Promise<readonly string[]> {
  await Office.onReady();
  const { host, platform, version } = Office.context.diagnostics;
  return [
    `${host} ${platform} ${version}`,
    Object.entries(SETS)
      .map(([name, newest]) => `${name} ${highest(name, newest)}`)
      .join(', '),
    `${Office.context.displayLanguage} / ${Office.context.contentLanguage}`,
    navigator.userAgent,
  ];
}

function highest(name: string, newest: number): string {
  for (let minor = newest; minor > 0; minor--)
    if (Office.context.requirements.isSetSupported(name, `1.${minor}`)) return `1.${minor}`;
  return '–';
}
