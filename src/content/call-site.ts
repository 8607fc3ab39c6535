import { maxFrames } from '../protocol/content';
import type { CallSite } from '../protocol/page-events';

const maxLine = 1_000;

/** A stack as a call site, without its heading; null if nothing is left. */
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

/** The URL of the script that a line of a stack is in; null if it has none. */
export function scriptUrl(line: string): string | null {
  return /((?:https?|file|blob|data|about):[^\s()]*?)(?::\d+){1,2}\)?$/.exec(line)?.[1] ?? null;
}
