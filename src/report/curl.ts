import type { HeaderList } from '../engine';
import { oneLine } from './escape-markdown';

/** A curl command that shows the headers of an answer; it carries these headers and no others of ours. */
export function curl(method: string, url: string, headers: HeaderList): string {
  const request = method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : ['-X', quoteForShell(method)];
  return [
    'curl -sS -g -D - -o /dev/null',
    ...request,
    ...headers.flatMap(([name, value]) => ['-H', quoteForShell(`${name}: ${value}`)]),
    quoteForShell(url),
  ].join(' ');
}

/** `text` as one word of a POSIX shell. */
export function quoteForShell(text: string): string {
  const line = oneLine(text);
  return /^[A-Z]+$/.test(line) ? line : `'${line.replaceAll("'", "'\\''")}'`;
}
