import { rzrq } from './rzrq';

void rzrq(process.argv.slice(2), process.env, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
}).then((code) => {
  process.exitCode = code;
});
