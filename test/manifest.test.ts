// What the manifest's schema cannot say.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { PNG } from 'pngjs';
import { version } from '../package.json';
import { DEVELOPMENT_BASE, manifestFor } from '../src/dev/manifest';
import { ACTIONS, VIEW_ACTIONS } from '../src/taskpane/share/actions';
import { COMMANDS } from '../src/taskpane/share/commands';
import { speaker } from '../src/taskpane/words';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

type Node = Record<string, unknown>;

function toElement(node: Node): Element {
  const name = Object.keys(node).find((key) => key !== ':@')!;
  const content = node[name] as Node[];
  return {
    name,
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    text: content
      .filter((child) => '#text' in child)
      .map((child) => String(child['#text']))
      .join(''),
    children: content.filter((child) => !('#text' in child)).map(toElement),
  };
}

function elementsOf(xml: string): Element[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
  });
  const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];
  return (parser.parse(xml) as Node[])
    .filter((node) => !('?xml' in node))
    .map(toElement)
    .flatMap(all);
}

const ROOT = join(__dirname, '..');
const manifest = elementsOf(readFileSync(join(ROOT, 'manifest.xml'), 'utf8'));
const named = (name: string) => manifest.filter((element) => element.name === name);
const only = (name: string) => {
  const found = named(name);
  expect([name, found.length]).toEqual([name, 1]);
  return found[0]!;
};
const values = (element: Element) => [
  element.attributes['DefaultValue'] ?? element.text,
  ...element.children.filter(({ name }) => name.endsWith('Override')).map(({ attributes }) => attributes['Value']!),
];

const LOCALES = ['zh-CN', 'zh-SG', 'zh-TW', 'zh-HK', 'zh-MO'];
const RESOURCES = ['bt:Image', 'bt:Url', 'bt:String'];
const resources = manifest.filter(({ name, attributes }) => RESOURCES.includes(name) && 'id' in attributes);
const addresses = manifest.flatMap((element) => values(element).filter((value) => /^https?:/.test(value)));
const addressOf = (resid: string) =>
  resources.find(({ attributes }) => attributes['id'] === resid)!.attributes['DefaultValue']!;
const file = (address: string) => join(ROOT, 'src', address.slice(DEVELOPMENT_BASE.length + 1));

test('every resid has its resource and every resource is used', () => {
  const used = new Set(manifest.flatMap(({ attributes }) => attributes['resid'] ?? []));
  expect([...used].sort()).toEqual(resources.map(({ attributes }) => attributes['id']).sort());
});

test('the runtime, the page, the commands and every pane button share one resid', () => {
  const page = only('Runtime').attributes['resid'];
  expect(only('Runtime').attributes['lifetime']).toBe('long');
  expect(only('Page').children[0]!.attributes['resid']).toBe(page);
  expect(only('FunctionFile').attributes['resid']).toBe(page);
  const panes = named('Action').filter(({ attributes }) => attributes['xsi:type'] === 'ShowTaskpane');
  expect(panes.length).toBeGreaterThan(0);
  for (const { children } of panes) {
    expect(children.map(({ name, attributes }) => [name, attributes['resid']])).toEqual([['SourceLocation', page]]);
  }
});

test('every address is https and on one host', () => {
  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses.filter((address) => !address.startsWith(`${DEVELOPMENT_BASE}/`))).toEqual([]);
});

test('every picture is there and as large as its name and place say', () => {
  const pictures = addresses.filter((address) => address.endsWith('.png'));
  expect(pictures.length).toBeGreaterThanOrEqual(8);
  for (const address of pictures) {
    const { width, height } = PNG.sync.read(readFileSync(file(address)));
    expect([address, width, height]).toEqual([
      address,
      Number(/icon-(?:[a-z-]+-)?(\d+)\.png$/.exec(address)![1]),
      width,
    ]);
  }
  for (const { attributes } of named('bt:Image').filter(({ attributes }) => 'resid' in attributes)) {
    expect(attributes['resid']).toMatch(new RegExp(`^Icon\\.(?:[A-Za-z]+\\.)?${attributes['size']}$`));
  }
  for (const { attributes } of named('bt:Image').filter(({ attributes }) => 'id' in attributes)) {
    const name = attributes['id']!.replace(/[a-z](?=[A-Z])/g, '$&-')
      .replaceAll('.', '-')
      .toLowerCase();
    expect(attributes['DefaultValue']).toBe(`${DEVELOPMENT_BASE}/assets/${name}.png`);
  }
  expect(only('IconUrl').attributes['DefaultValue']).toMatch(/icon-32\.png$/);
  expect(only('HighResolutionIconUrl').attributes['DefaultValue']).toMatch(/icon-64\.png$/);
});

test('the largest icon, which a store listing asks for, is there', () => {
  expect(existsSync(join(ROOT, 'src/assets/icon-128.png'))).toBe(true);
});

test.each(['Group', 'Control'])('every icon of a %s has the three sizes Office requires', (name) => {
  for (const { children } of named(name)) {
    const sizes = children.find((child) => child.name === 'Icon')!.children.map(({ attributes }) => attributes['size']);
    expect(sizes).toEqual(expect.arrayContaining(['16', '32', '80']));
  }
});

test('no two buttons look the same', () => {
  const pictures = named('Control').map(({ children }) =>
    children
      .find(({ name }) => name === 'Icon')!
      .children.map(({ attributes }) => readFileSync(file(addressOf(attributes['resid']!))).toString('base64'))
      .join(),
  );
  expect(pictures.length).toBeGreaterThan(5);
  expect(new Set(pictures).size).toBe(pictures.length);
});

test('ids are short and unique', () => {
  const ids = manifest.flatMap(({ attributes }) => attributes['id'] ?? []);
  expect(ids.filter((id) => id.length > 32)).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['bt:ShortStrings', 125],
  ['bt:LongStrings', 250],
  ['bt:Urls', 2048],
])('the texts of %s fit into %d characters', (group, limit) => {
  const texts = only(group).children.flatMap(values);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => text.length === 0 || text.length > limit)).toEqual([]);
});

test.each([
  ['DisplayName', 125],
  ['Description', 250],
  ['ProviderName', 125],
])('%s fits into %d characters', (name, limit) => {
  for (const text of values(manifest.find((element) => element.name === name)!)) {
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(limit);
  }
});

test('every text a person reads is there in every locale, simplified and traditional', () => {
  expect(only('DefaultLocale').text).toBe('en-US');
  const spoken = [
    only('DisplayName'),
    named('Description')[0]!,
    ...resources.filter(({ name, attributes }) => name === 'bt:String' && attributes['id'] !== 'Functions.Namespace'),
  ];
  for (const element of spoken) {
    const overrides = element.children.map(({ attributes }) => attributes['Locale']);
    expect([element.attributes, overrides]).toEqual([element.attributes, LOCALES]);
    const [english, china, singapore, taiwan, hongKong, macao] = values(element) as string[];
    expect(english).toMatch(/^[ -~]+$/);
    expect(singapore).toBe(china);
    expect(macao).toBe(hongKong);
    expect(china).not.toMatch(/[資額數單條與儲開啟據轉為復計檢視鏈環餘處還這裡動輪裝]/);
    expect([taiwan, hongKong].join()).not.toMatch(/[资额数单条与储开启据转为复计检视链环余处还这里动轮装]/);
  }
});

test('each sharing command is a button, in the words and the order of the pane', () => {
  const childOf = (element: Element, name: string) => element.children.find((child) => child.name === name)!;
  const textsOf = (element: Element) =>
    values(resources.find(({ attributes }) => attributes['id'] === element.attributes['resid'])!)
      .slice(0, 2)
      .map((text) => text.replaceAll("'", '’'));
  const group = named('Group').find((element) => element.attributes['id'] === 'Rzrq.ShareGroup')!;
  const [en, zh] = [speaker('en'), speaker('zh')];

  expect(textsOf(childOf(group, 'Label'))).toEqual([en('share'), zh('share')]);
  const buttons = group.children
    .filter(({ name }) => name === 'Control')
    .map((control) => {
      const [title, description] = childOf(control, 'Supertip').children;
      expect(childOf(control, 'Action').attributes['xsi:type']).toBe('ExecuteFunction');
      return [
        childOf(childOf(control, 'Action'), 'FunctionName').text,
        textsOf(childOf(control, 'Label')),
        textsOf(title!),
        textsOf(description!),
      ];
    });
  const actionOf = (title: string) => Object.entries(ACTIONS).find(([, command]) => command === title)?.[0];
  expect(buttons).toEqual(
    COMMANDS.map(({ title, hint }) => {
      const name = [en(title), zh(title)];
      return [actionOf(title), name, name, [`${en('showPlan')}. ${en(hint)}`, `${zh('showPlan')}。${zh(hint)}`]];
    }),
  );
});

test('no button calls what the page does not know', () => {
  expect(named('FunctionName').map(({ text }) => text)).toEqual([
    ...Object.keys(ACTIONS),
    ...Object.keys(VIEW_ACTIONS),
  ]);
});

test('Chinese Excel reads the Chinese metadata; the namespace is the same everywhere', () => {
  const metadata = resources.find(({ attributes }) => attributes['id'] === 'Functions.Metadata.Url')!;
  expect(values(metadata)).toEqual(
    ['functions.json', ...LOCALES.map(() => 'functions.zh-CN.json')].map((name) => `${DEVELOPMENT_BASE}/${name}`),
  );
  const namespace = resources.find(({ attributes }) => attributes['id'] === 'Functions.Namespace')!;
  expect(values(namespace)).toEqual(['RZRQ']);
});

test('it asks for the least that the functions need', () => {
  expect(named('Set').map(({ attributes }) => [attributes['Name'], attributes['MinVersion']])).toEqual([
    ['SharedRuntime', '1.1'],
    ['CustomFunctionsRuntime', '1.3'],
  ]);
});

test('its version is that of package.json, and a build puts it there', () => {
  expect(only('Version').text).toBe(`${version}.0`);
  expect(manifestFor(DEVELOPMENT_BASE)).toBe(readFileSync(join(ROOT, 'manifest.xml'), 'utf8'));
});

test('its id stays what it is: Office knows the add-in by it', () => {
  expect(only('Id').text).toBe('e12c1416-6243-4597-9759-e4b7929fe222');
});

test('a build for another address leaves nothing of this machine in it', () => {
  const built = manifestFor('https://example.com/team/rzrq');
  expect(built).not.toContain('localhost');
  expect(built).toContain('"https://example.com/team/rzrq/functions.zh-CN.json"');
});
