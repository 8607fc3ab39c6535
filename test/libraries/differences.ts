import { isDeepStrictEqual } from 'node:util';
import type { Observed } from './observed';

/** What is missing (`-`) and what is too much (`+`) in `found`, a line for each value with the way to it. */
export function differences(expected: Observed, found: Observed): readonly string[] {
  if (isDeepStrictEqual(found, expected)) return [];
  const tooMuch = linesOf(found);
  const missing = linesOf(expected).filter((line) => {
    const index = tooMuch.indexOf(line);
    if (index >= 0) tooMuch.splice(index, 1);
    return index < 0;
  });
  const lines = [...missing.map((line) => `- ${line}`), ...tooMuch.map((line) => `+ ${line}`)];
  return lines.length > 0 ? lines : ['the same values in another order'];
}

/** Requests by their first line; of other lists, no index: what is inserted is to be one line. */
function linesOf(value: unknown, way = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => linesOf(each, `${way}[${requestOf(each)}]`));
  if (typeof value !== 'object' || value === null) return [`${way} = ${value}`.replaceAll('\n', ' / ')];
  return Object.entries(value).flatMap(([key, each]) => linesOf(each, `${way}.${key}`));
}

function requestOf(value: unknown): string {
  const isRequest = typeof value === 'object' && value !== null && 'request' in value;
  return isRequest ? String(value.request) : '';
}
