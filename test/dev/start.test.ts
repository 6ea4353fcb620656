import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../src/dev/server';

const ROOT = join(__dirname, '../..');

test('npm start serves the built workbook on the port it prints', async () => {
  const port = await freePort(43_000);
  const child = spawn(
    process.execPath,
    ['-r', './src/dev/typescript.js', 'src/dev/start.ts', '--no-open', '--no-build'],
    {
      cwd: ROOT,
      env: { ...process.env, PORT: String(port) },
    },
  );
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const address = /http:\S+/.exec(line)![0];
    expect(address).toBe(`http://localhost:${port}/`);
    // A browser knows localhost by itself; a bare machine's Node may not.
    const served = address.replace('localhost', '127.0.0.1');
    const page = await fetch(served);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('playground.js');
    expect((await fetch(`${served}manifest.xml`)).status).toBe(200);
  } finally {
    child.kill();
    await once(child, 'exit');
  }
});

test('npm start says what is wrong and fails', async () => {
  const child = spawn(process.execPath, ['-r', './src/dev/typescript.js', 'src/dev/start.ts', '--no-opne'], {
    cwd: ROOT,
  });
  const [line] = (await once(createInterface(child.stderr), 'line')) as [string];
  expect(line).toMatch(/^Unknown option --no-opne/);
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
  expect(code).toBe(1);
});
