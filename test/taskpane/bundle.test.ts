import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = (name: string) => readFileSync(join(__dirname, '../../dist', name));

test('the pane has at most 200 kB of code, packed, beyond office.js and the functions', () => {
  expect(gzipSync(dist('taskpane.js'), { level: 9 }).length).toBeLessThanOrEqual(200_000);
});

test('before the pane is there every action that the manifest names is associated, and no other', () => {
  const associated: string[] = [];
  const office = {
    actions: { associate: (action: string) => void associated.push(action) },
    onReady: () => Promise.resolve(),
  };
  new Function('Office', 'window', String(dist('ribbon.js')))(office, {});
  expect(associated).toEqual(
    [...String(dist('manifest.xml')).matchAll(/<FunctionName>(\w+)</g)].map(([, name]) => name),
  );
  expect(associated).toHaveLength(7);
});

test('the page loads office.js first, the functions second, what the ribbon calls third and the pane last, and runs no script of its own', () => {
  const html = String(dist('taskpane.html'));
  expect(
    [...html.matchAll(/<script src="([^"]+)"( async)?><\/script>/g)].map(([, address, async]) => [address, async]),
  ).toEqual([
    ['https://appsforoffice.microsoft.com/lib/1/hosted/office.js', undefined],
    ['functions.js', undefined],
    ['ribbon.js', undefined],
    ['taskpane.js', ' async'],
  ]);
  expect(html.match(/<script/g)).toHaveLength(4);
});
