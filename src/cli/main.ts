#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CommandName } from '../prose/cli-codes';
import { cliWords } from '../prose/cli-words';
import type { Command } from './command';
import { check } from './commands/check';
import { diff } from './commands/diff';
import { explain } from './commands/explain';
import { fix } from './commands/fix';
import { inspect } from './commands/inspect';
import { mcp } from './commands/mcp';
import { replay } from './commands/replay';
import { languageOf, loadWords } from './language';
import { inert, type Output } from './terminal';
import { UsageError } from './usage-error';

/** The commands by their names. */
const commands: Readonly<Record<CommandName, Command>> = {
  inspect,
  explain,
  fix,
  replay,
  diff,
  check,
  mcp,
};

const common = {
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Runs a command line. Returns the exit code. */
async function run(args: readonly string[], output: Output): Promise<number> {
  const [first = ''] = args;
  const name = isCommand(first) ? first : null;
  const command = name && commands[name];
  const { values, positionals } = parsed(command, name ? args.slice(1) : args);
  if (values.version === true) {
    output.write(`${version()}\n`);
    return 0;
  }
  const language = languageOf(typeof values.language === 'string' ? values.language : undefined, process.env);
  await loadWords(language);
  const { help } = cliWords.in(language);
  if (values.help === true) {
    output.write(`${name ? help.commands[name] : help.usage}\n`);
    return 0;
  }
  if (!command) {
    const [wanted] = positionals;
    throw new UsageError(`${wanted === undefined ? '' : `${help.unknown(wanted)}\n\n`}${help.usage}`);
  }
  return command.run({ values, positionals, language, version: version(), output });
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function parsed(command: Command | null, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...common, ...command?.options },
      allowPositionals: true,
      strict: command !== null,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version: own }: { version: string } = JSON.parse(text);
  return own;
}

const output: Output = {
  hasColours: process.stdout.isTTY === true && !process.env.NO_COLOR,
  write: (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(text),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${inert(text)}`);
  },
};

// A reader such as head closes the output early.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2), output);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  output.note(`corscope: ${inert(error.message)}\n`);
  process.exitCode = 2;
}
