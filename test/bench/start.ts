/** A script's start in a process of its own, whose engine has not seen it before: `start.js <script>` prints the time as JSON. */
import { readFileSync } from 'node:fs';
import { Script, createContext } from 'node:vm';
import { clockTime } from './measure';

const source = readFileSync(process.argv[2]!, 'utf8');
const associated: string[] = [];
const page: Record<string, unknown> = {
  CustomFunctions: { associate: (id: string, fn: unknown) => typeof fn === 'function' && associated.push(id) },
};
const context = createContext(Object.assign(page, { self: page }));
const milliseconds = clockTime(() => new Script(source).runInContext(context));
process.stdout.write(JSON.stringify({ milliseconds, associated }));
