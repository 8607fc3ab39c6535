#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Command } from './command';
import { explain } from './commands/explain';
import { languageOf, loadWords } from './language';
import { inert, type Output } from './terminal';
import { UsageError } from './usage-error';

/** The commands by their names. */
const commands: Readonly<Record<string, Command>> = { explain };

const common = { language: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

/** Runs a command line. Returns the exit code. */
async function run(args: readonly string[], output: Output): Promise<number> {
  const [name = '', ...others] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (name === '--version') {
    output.write(`${version()}\n`);
    return 0;
  }
  const { values, positionals } = parsed(command, command ? others : [...args]);
  const language = languageOf(typeof values.language === 'string' ? values.language : undefined, process.env);
  await loadWords(language);
  if (!command || values.help === true) throw new UsageError('help');
  return command.run({ values, positionals, language, version: version(), output });
}

function parsed(command: Command | undefined, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...common, ...command?.options },
      allowPositionals: true,
      strict: command !== undefined,
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
};

try {
  process.exitCode = await run(process.argv.slice(2), output);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  output.note(`corscope: ${inert(error.message)}\n`);
  process.exitCode = 2;
}
