/** A command that cannot be run as it was written, or something that it needs is missing. Its message is for people. */
export class UsageError extends Error {}

/** The first line of an error's message, without the name of our own module. */
export function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error))
    .replace(/^browsers: /, '')
    .split('\n');
  return line;
}
