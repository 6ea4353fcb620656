// npm start [-- --no-open] [-- --no-build]; PORT and CI are respected.
import { start } from './launch';
import { thisMachine } from './machine';
import { startOptions } from './start-options';

async function main(): Promise<void> {
  await start(thisMachine, startOptions(process.argv.slice(2), process.env));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
