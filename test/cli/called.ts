import type { Command, OptionValues } from '../../src/cli/command';
import type { Language } from '../../src/prose';

/** What a command wrote, and its exit code. */
export interface Called {
  readonly code: number;
  readonly text: string;
  readonly notes: string;
}

/** Runs a command with these arguments and options. The words of the language must be loaded. */
export async function called(
  command: Command,
  positionals: readonly string[],
  values: OptionValues = {},
  language: Language = 'en',
): Promise<Called> {
  const written = { text: '', notes: '' };
  const code = await command.run({
    values,
    positionals,
    language,
    version: '0.0.0',
    output: {
      hasColours: false,
      write: (text) => {
        written.text += text;
      },
      progress: () => {},
      note: (text) => {
        written.notes += text;
      },
    },
  });
  return { code, ...written };
}
