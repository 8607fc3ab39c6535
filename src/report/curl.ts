import type { Header, HeaderList } from '../engine';
import { posixWord, printfFormat } from './posix-words';

/** A curl command that shows the headers of an answer; it carries these headers and no others of ours. */
export function curl(method: string, url: string, headers: HeaderList): string {
  const { input, options } = curlOptions(method, headers);
  return `${input}${['curl -sS -g -D - -o /dev/null', ...options, posixWord(url)].join(' ')}`;
}

/**
 * The method and these headers as options of curl, for any POSIX shell and fish. Each character of a header is
 * one byte of it. `input` comes before the command: it writes the headers that no command line can hold.
 */
export function curlOptions(
  method: string,
  headers: HeaderList,
): { readonly input: string; readonly options: readonly string[] } {
  const lines = headers.map(headerLine);
  const odd = lines.filter((line) => !isPrintable(line));
  return {
    input: odd.length === 0 ? '' : `printf ${printfFormat(odd)} | `,
    options: [
      ...(method === 'GET' ? [] : [method === 'HEAD' ? '--head' : `-X ${posixWord(method)}`]),
      ...lines.filter(isPrintable).map((line) => `-H ${posixWord(line)}`),
      ...(odd.length === 0 ? [] : ['-H @-']),
    ],
  };
}

/** A header as curl takes it: `name;` is an empty one, and `name:` none. */
export function headerLine([name, value]: Header): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

/** Whether `text` is printable ASCII throughout. */
export function isPrintable(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
