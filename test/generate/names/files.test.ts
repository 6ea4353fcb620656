import { definitions } from '../../../src/functions/index';
import { words } from '../../../src/functions/words';
import { namesFiles, namesWorkbooks } from '../../../src/generate/names/files';
import { helpers } from '../../../src/share/names/helpers';
import { MOST_CHARACTERS } from '../../../src/share/names/lambda';
import { libraryOf } from '../../../src/share/names/library';
import { Package } from '../../../src/xlsx/package';
import { functions } from '../../support/excel/functions';
import { parse } from '../../support/excel/parse';

/** Since Excel 2013: a file spells them with a prefix. From support.microsoft.com, “Issue: An _xlfn. prefix …”. */
const PREFIXED = [
  ...['DROP', 'ISOMITTED', 'LAMBDA', 'LET', 'NUMBERVALUE', 'SCAN', 'SEQUENCE', 'TAKE', 'TOCOL', 'UNICHAR'].map(
    (name) => `_xlfn.${name}`,
  ),
  '_xlfn._xlws.FILTER',
];

const plain = (text: string) =>
  text.replace(
    /&(lt|gt|quot|amp|apos);/g,
    (_, name: 'lt') => ({ lt: '<', gt: '>', quot: '"', amp: '&', apos: "'" })[name],
  );

interface StoredName {
  readonly name: string;
  readonly comment: string;
  readonly text: string;
}

/** Everything outside texts, where a word is a function or a name. */
const withoutTexts = (text: string) => text.replace(/"(?:[^"]|"")*"/g, '""').replace(/#[A-Z/0]+[!?]?/g, '');

describe.each(['zh', 'en'] as const)('the workbook in %s', (language) => {
  let book: string;
  let sheet: string;
  let stored: readonly StoredName[];
  let files: Package;

  beforeAll(async () => {
    const [, bytes] = await namesWorkbooks(definitions, words)[language === 'zh' ? 0 : 1]!;
    files = await Package.open(bytes);
    const text = async (part: string) => new TextDecoder().decode(await files.read(part));
    book = await text('xl/workbook.xml');
    sheet = await text('xl/worksheets/sheet2.xml');
    stored = [...book.matchAll(/<definedName name="([^"]*)" comment="([^"]*)">([^<]*)<\/definedName>/g)].map(
      ([, name, comment, formula]) => ({ name: name!, comment: plain(comment!), text: plain(formula!) }),
    );
  });

  test('has every name, each after those that it calls', () => {
    const library = libraryOf(definitions, (id) => words[id]!, language);
    expect(stored.map(({ name }) => name)).toEqual(library.map(({ name }) => name));
    const seen = new Set<string>();
    for (const { name, text } of stored) {
      for (const [, called] of text.matchAll(/(RZ\.\w+)\(/g)) expect([name, seen.has(called!)]).toEqual([name, true]);
      seen.add(name);
    }
  });

  test('says of each name what it returns, in as many characters as Excel takes', () => {
    expect(stored.filter(({ comment }) => comment.length > 255 || !/RZRQ Functions \d/.test(comment))).toEqual([]);
    expect(stored.filter(({ text }) => text.length > MOST_CHARACTERS)).toEqual([]);
    const rules = stored.filter(({ name }) => /^RZ\.(MIN_|CONVERSION_RATE_CAP)/.test(name));
    expect(rules).toHaveLength(3);
    for (const { comment } of rules) expect(comment).toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  test('spells newer functions, parameters and optional ones as a file does', () => {
    const known = new Set([...Object.keys(functions), 'IF', ...PREFIXED]);
    for (const { name, text } of stored) {
      const bare = withoutTexts(text);
      expect([name, text.startsWith('_xlfn.LAMBDA(')]).toEqual([name, true]);
      for (const [, called] of bare.matchAll(/([\w.]+)\(/g))
        expect([name, called, called!.startsWith('RZ._') || (known.has(called!) && !isUnprefixed(called!))]).toEqual([
          name,
          called,
          true,
        ]);
      for (const [, word] of bare.matchAll(/(?<![\w.])([A-Za-z_][\w.]*)(?![\w.(])/g))
        expect([name, word, /^_xl(?:pm|op)\.\w+$|^(?:TRUE|FALSE)$/.test(word!)]).toEqual([name, word, true]);
      const optional = [...bare.matchAll(/_xlop\.(\w+)/g)].map(([, word]) => word!);
      for (const word of optional) expect(bare).toContain(`ISOMITTED(_xlpm.${word})`);
    }
    expect(book).toContain('_xlop.credit_left');
  });

  test('has a cell for every name, as a dynamic array with its value', async () => {
    const cells = [
      ...sheet.matchAll(/<c r="\w+"([^>]*)><f t="array" ref="[^"]*">(RZ\.\w+)\([^<]*<\/f><v>([^<]*)<\/v>/g),
    ];
    expect(new Set(cells.map(([, , name]) => name))).toEqual(new Set(stored.map(({ name }) => name)));
    expect(cells.every(([, attributes]) => attributes!.includes('cm="1"'))).toBe(true);
    expect(cells.every(([, , , value]) => value !== '')).toBe(true);
    const metadata = new TextDecoder().decode(await files.read('xl/metadata.xml'));
    expect(metadata).toContain('fDynamic="1"');
  });
});

const isUnprefixed = (name: string) => PREFIXED.some((prefixed) => prefixed.endsWith(`.${name}`) && prefixed !== name);

test('the modules hold the same names without their prefix', () => {
  const texts = namesFiles(definitions, words).filter(([path]) => path.endsWith('.txt'));
  expect(texts.map(([path]) => path)).toEqual(['names/RZ.zh.txt', 'names/RZ.en.txt']);
  for (const [, text] of texts) {
    expect(text).not.toContain('RZ.');
    const names = [...text.matchAll(/^(\w+) = (LAMBDA\(.*\));$/gm)];
    expect(names.length).toBeGreaterThan(helpers.length + 50);
    for (const [, , lambda] of names) expect(parse(lambda!)).toMatchObject({ type: 'call', name: 'LAMBDA' });
  }
});
