import { maxFrames } from '../protocol/content';
import type { CallSite } from '../protocol/page-events';

const maxLine = 1_000;

/** The call site in a stack trace, without its heading; null if no line is left. */
export function callSite(stack: string | null): CallSite | null {
  if (stack === null) return null;
  const lines = stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^\w*Error\b(?!.*@)/.test(line));
  return lines.length === 0
    ? null
    : { stack: lines.slice(0, maxFrames).map((line) => line.slice(0, maxLine)) };
}

/** The URL of the script in a line of a stack trace; null if the line has none. */
export function scriptUrl(line: string): string | null {
  return /((?:https?|file|blob|data|about):[^\s()]*?)(?::\d+){1,2}\)?$/.exec(line)?.[1] ?? null;
}
