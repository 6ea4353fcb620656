import { type Machine, start, stop } from '../../src/dev/launch';

const CERTIFICATE = { cert: Buffer.from('cert'), key: Buffer.from('key') };

/** A machine that writes down what is done to it. */
function recorder(platform: NodeJS.Platform, differences: Partial<Machine> = {}) {
  const deeds: string[] = [];
  const said: string[] = [];
  const machine: Machine = {
    platform,
    say: (line) => void said.push(line),
    freePort: async (from) => from + 1,
    build: async (base) => void deeds.push(`build ${base}`),
    serve: async (port, certificate) => void deeds.push(`serve ${certificate ? 'https' : 'http'} ${port}`),
    openBrowser: (address) => void deeds.push(`open ${address}`),
    hasExcel: () => true,
    certificate: async () => {
      deeds.push(`certificate after "${said.at(-2)}"`);
      return CERTIFICATE;
    },
    sideload: async () => void deeds.push('sideload'),
    unregister: async () => void deeds.push('unregister'),
    trusted: async () => false,
    distrust: async () => void deeds.push('distrust'),
    confirm: async () => true,
    ...differences,
  };
  return { machine, deeds, said };
}

const fails = (message: string) => async () => {
  throw new Error(message);
};

const BUILDING = 'Building the add-in and the workbook; the first time takes longest.';
const OPTIONS = { port: 3000, open: true, build: true };

test.each(['win32', 'darwin'] as const)(
  'on %s it says why it asks, then serves https and loads the add-in',
  async (platform) => {
    const { machine, deeds, said } = recorder(platform);
    await start(machine, OPTIONS);
    expect(deeds).toEqual([
      'build https://localhost:3001',
      'certificate after "Excel loads add-ins over https only. If you are asked now, it is to trust a certificate for localhost,"',
      'serve https 3001',
      'open https://localhost:3001/',
      'sideload',
    ]);
    expect(said.at(-1)).toMatch(/npm stop/);
  },
);

test('on Linux it says in one line that Excel is not here and serves the workbook', async () => {
  const { machine, deeds, said } = recorder('linux');
  await start(machine, OPTIONS);
  expect(deeds).toEqual(['build https://localhost:3001', 'serve http 3001', 'open http://localhost:3001/']);
  expect(said).toEqual([
    BUILDING,
    'Excel is not on this system; the workbook in the browser has the same functions.',
    'The workbook is at http://localhost:3001/ (Ctrl+C stops serving it).',
  ]);
});

test('without desktop Excel nobody is asked to trust a certificate', async () => {
  const { machine, deeds, said } = recorder('darwin', { hasExcel: () => false });
  await start(machine, OPTIONS);
  expect(deeds).toEqual(['build https://localhost:3001', 'serve http 3001', 'open http://localhost:3001/']);
  expect(said[1]).toMatch(/Excel was not found/);
});

test('a refused certificate is explained and the workbook is served all the same', async () => {
  const { machine, deeds, said } = recorder('win32', { certificate: fails('refused by the user') });
  await start(machine, OPTIONS);
  expect(deeds).toEqual(['build https://localhost:3001', 'serve http 3001', 'open http://localhost:3001/']);
  expect(said.join('\n')).toMatch(/refused by the user[^]*"npm start" again/);
});

test.each([
  ['win32', /Trusted Add-in Catalogs/],
  ['darwin', /Documents\/wef/],
] as const)('where sideloading fails on %s it says what to do and goes on serving', async (platform, advice) => {
  const { machine, deeds, said } = recorder(platform, { sideload: fails('no such key') });
  await start(machine, OPTIONS);
  expect(deeds).toContain('serve https 3001');
  expect(said.at(-2)).toMatch(/no such key/);
  expect(said.at(-1)).toMatch(advice);
});

test('with nothing to open it prints the address and asks for nothing', async () => {
  const { machine, deeds, said } = recorder('win32');
  await start(machine, { ...OPTIONS, open: false });
  expect(deeds).toEqual(['build https://localhost:3001', 'serve http 3001']);
  expect(said).toEqual([BUILDING, 'The workbook is at http://localhost:3001/ (Ctrl+C stops serving it).']);
});

test('it speaks before it does anything', async () => {
  const { machine, said } = recorder('linux', { freePort: fails('no port') });
  await expect(start(machine, OPTIONS)).rejects.toThrow('no port');
  expect(said).toEqual([BUILDING]);
});

test('where the build fails nothing is served', async () => {
  const { machine, deeds } = recorder('linux', { build: fails('The build failed.') });
  await expect(start(machine, OPTIONS)).rejects.toThrow('The build failed.');
  expect(deeds).toEqual([]);
});

test('without a build it serves what is there', async () => {
  const { machine, deeds } = recorder('linux');
  await start(machine, { ...OPTIONS, open: false, build: false });
  expect(deeds).toEqual(['serve http 3001']);
});

test.each([
  ['win32', {}, ['unregister'], /no longer registered/],
  ['darwin', { unregister: fails('in use') }, [], /could not be unregistered: in use/],
  ['linux', {}, [], /not on this system/],
] as const)('npm stop on %s', async (platform, differences, done, word) => {
  const { machine, deeds, said } = recorder(platform, differences);
  await stop(machine);
  expect(deeds).toEqual(done);
  expect(said).toEqual([expect.stringMatching(word)]);
});

const TRUSTED = { trusted: async () => true };

test.each([
  ['a yes', {}, ['unregister', 'distrust'], /no longer trusted and is deleted/],
  ['a no, or nobody to ask', { confirm: async () => false }, ['unregister'], /^It stays\. "npx .+ uninstall"/],
  ['a failure', { distrust: fails('needs a password') }, ['unregister'], /^"npx .+ uninstall"/],
  ['no answer about the trust', { trusted: fails('no PowerShell') }, ['unregister'], /^"npx .+ uninstall"/],
])('npm stop offers to take the trust away: after %s', async (_, differences, done, word) => {
  const { machine, deeds, said } = recorder('win32', { ...TRUSTED, ...differences });
  await stop(machine);
  expect(deeds).toEqual(done);
  expect(said.at(-1)).toMatch(word);
});
