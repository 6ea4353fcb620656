import { parseArgs } from 'node:util';
import { type Language, languageOf } from '../language';
import manifest from '../../package.json';
import { Refusal } from '../xlsx/refusal';
import { check } from './check';
import type { Command, Options } from './command';
import { names, native, restore, values } from './convert';
import { Failure } from './failure';
import { reason } from './files';
import { helpText } from './help';
import { sql } from './sql';
import { reconcile, standardize } from './table';
import { type Say, sayIn } from './words';

/** One line for each; what else a workbook can become is one more. */
const COMMANDS: Readonly<Record<string, Command>> = {
  check,
  native,
  values,
  names,
  restore,
  reconcile,
  standardize,
  sql,
};

/** Where a command writes; a terminal also shows how far it is. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isTerminal: boolean;
}

const CLEAR_LINE = '\r\u001b[K';

/** Runs a command line; gives the exit code. */
export async function rzrq(args: readonly string[], env: NodeJS.ProcessEnv, streams: Streams): Promise<number> {
  let say: Say = sayIn(languageFrom(env));
  try {
    const { values: given, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
        lang: { type: 'string' },
        range: { type: 'string' },
        tolerance: { type: 'string' },
        dialect: { type: 'string' },
      },
    });
    const language = given.lang === undefined ? languageFrom(env) : languageOf(given.lang);
    say = sayIn(language);
    if (given.version) return put(streams, `${manifest.version}\n`);
    const [name, ...files] = positionals;
    if (given.help || name === undefined || name === 'help') return put(streams, helpText(COMMANDS, language));
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]! : undefined;
    if (!command) throw new Failure('no_command', name);
    if (files.length < command.needs.least || files.length > command.needs.most)
      throw new Failure('files_needed', name, command.takes);
    return await run(command, files, given, language, streams);
  } catch (problem) {
    streams.err(`${sentenceOf(problem, say, languageFrom(env))}\n`);
    return 2;
  }
}

async function run(
  command: Command,
  files: readonly string[],
  options: Options,
  language: Language,
  { out, err, isTerminal }: Streams,
): Promise<number> {
  const say = sayIn(language);
  const clear = isTerminal ? CLEAR_LINE : '';
  // What is told goes beside the result, so that the result can be piped on.
  const { code, report } = await command.run({
    files,
    options,
    language,
    say,
    tell: (line) => !options.json && err(`${clear}${line}\n`),
    progress: (line) => isTerminal && err(CLEAR_LINE + line),
    put: out,
  });
  if (isTerminal) err(CLEAR_LINE);
  if (options.json) out(`${JSON.stringify(report, null, 2)}\n`);
  return code;
}

function put({ out }: Streams, text: string): number {
  out(text);
  return 0;
}

function sentenceOf(problem: unknown, say: Say, language: Language): string {
  if (problem instanceof Failure) return say(problem.word, ...problem.parts);
  if (problem instanceof Refusal) return problem.sentence(language);
  const option = /option '([^']+)'/.exec(reason(problem))?.[1];
  return option !== undefined ? say('no_option', option) : say('failed', reason(problem));
}

const languageFrom = (env: NodeJS.ProcessEnv): Language =>
  languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '');
