import { isDeepStrictEqual } from 'node:util';
import type { Observed } from './observed';

/** The missing (`-`) and the additional (`+`) values in `found`, one line each, with their paths. */
export function differences(expected: Observed, found: Observed): readonly string[] {
  if (isDeepStrictEqual(found, expected)) return [];
  const additional = linesOf(found);
  const missing = linesOf(expected).filter((line) => {
    const index = additional.indexOf(line);
    if (index >= 0) additional.splice(index, 1);
    return index < 0;
  });
  const lines = [...missing.map((line) => `- ${line}`), ...additional.map((line) => `+ ${line}`)];
  return lines.length > 0 ? lines : ['the same values in another order'];
}

/**
 * Lists a value line by line. Requests are named by their first line; items of other lists have no index, so
 * that an inserted item is one line.
 */
function linesOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => linesOf(item, `${path}[${requestOf(item)}]`));
  if (typeof value !== 'object' || value === null) return [`${path} = ${value}`.replaceAll('\n', ' / ')];
  return Object.entries(value).flatMap(([key, field]) => linesOf(field, `${path}.${key}`));
}

function requestOf(value: unknown): string {
  const isRequest = typeof value === 'object' && value !== null && 'request' in value;
  return isRequest ? String(value.request) : '';
}
