import { delimiter, join } from 'node:path';

/** A browser that this project drives. */
export interface Browser {
  readonly name: string;
  /** The environment variable with the path of its executable; it takes precedence over `commands`. */
  readonly variable: string;
  /** Possible names of its executable on the PATH, best first. */
  readonly commands: readonly string[];
  readonly debianPackage: string;
  /** The oldest major version that can load the extension. */
  readonly oldest: number;
}

/** Possible paths of the executable of `browser`, best first; `others` come after the system's. */
export function candidatePaths(
  { variable, commands }: Browser,
  environment: NodeJS.ProcessEnv,
  others: readonly string[] = [],
): readonly string[] {
  const named = environment[variable];
  if (named) return [named];
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...others];
}

/** Whether a browser with this version text can load the extension; true if the text has no version. */
export function isNewEnough({ oldest }: Browser, said: string): boolean {
  const [, major] = /\b(\d+)\.\d/.exec(said) ?? [];
  return major === undefined || Number(major) >= oldest;
}
