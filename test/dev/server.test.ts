import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type Server, serveFolder } from '../../src/dev/server';

let parent: string;
let server: Server;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'server-'));
  mkdirSync(join(parent, 'dist'));
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  writeFileSync(join(parent, 'dist/functions.json'), '{}');
  server = await serveFolder(join(parent, 'dist'), { path: '/team/rzrq' });
});

afterAll(async () => {
  await server.close();
  rmSync(parent, { recursive: true });
});

/** The status for a path sent as it is; fetch would tidy it up. */
const statusOf = (path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('a file is served below the path, readable from other origins and storable', async () => {
  const answer = await fetch(`${server.url}/functions.json`);
  expect(await answer.text()).toBe('{}');
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('cache-control')).not.toMatch(/no-(cache|store)/);
});

test.each([
  '/functions.json',
  '/team/rzrq/absent.json',
  '/team/rzrq/../../secret.txt',
  '/team/rzrq/../secret.txt',
  '/team/rzrq/%2e%2e/secret.txt',
])('%s is not there', async (path) => expect(await statusOf(path)).toBe(404));

test('a changed file is served as it is now', async () => {
  writeFileSync(join(parent, 'dist/page.html'), 'before');
  expect(await (await fetch(`${server.url}/page.html`)).text()).toBe('before');
  writeFileSync(join(parent, 'dist/page.html'), 'after it');
  expect(await (await fetch(`${server.url}/page.html`)).text()).toBe('after it');
});

test('a port in use is passed over', async () => {
  expect(await freePort(server.port)).toBeGreaterThan(server.port);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is not answered', async (method) => {
  const answer = await fetch(`${server.url}/functions.json`, { method });
  expect([answer.status, answer.headers.get('allow'), await answer.text()]).toEqual([405, 'GET, HEAD', '']);
});

test('HEAD is answered with the head alone', async () => {
  const answer = await fetch(`${server.url}/functions.json`, { method: 'HEAD' });
  expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '2', '']);
});

test('what is worth packing is packed for those who can unpack it', async () => {
  const text = 'const figure = 1;'.repeat(1000);
  writeFileSync(join(parent, 'dist/long.js'), text);
  const packed = (coding: string) => fetch(`${server.url}/long.js`, { headers: { 'Accept-Encoding': coding } });
  for (const coding of ['gzip', 'br']) {
    const answer = await packed(coding);
    expect([answer.headers.get('content-encoding'), await answer.text()]).toEqual([coding, text]);
  }
  expect((await packed('identity')).headers.get('content-encoding')).toBeNull();
});
