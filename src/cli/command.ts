import type { ParseArgsOptionsConfig } from 'node:util';
import type { Language } from '../prose';
import type { Output } from './terminal';

/** The values of a command's options, as they were written. */
export type OptionValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

/** What a command is run with. */
export interface Call {
  readonly values: OptionValues;
  readonly positionals: readonly string[];
  readonly language: Language;
  /** Our own version. */
  readonly version: string;
  readonly output: Output;
}

/** A command of the command line. */
export interface Command {
  /** Its own options; all commands have `--language` and `--help`. */
  readonly options: ParseArgsOptionsConfig;
  /** Returns the exit code. 0: nothing is blocked; 1: something is; 2: it could not run. @throws UsageError */
  run(call: Call): Promise<number>;
}

/** Returns the text of an option; null if it was not given. */
export function textOption({ values }: Call, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

/** Returns the texts of an option that can be given several times. */
export function textsOption({ values }: Call, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
