import type { Header, HeaderList } from '../engine';
import { posixWord, printfFormat } from './posix-words';

/**
 * Returns a curl command that prints the response headers. It sends these headers and curl's own. `more` are further
 * options, which need no quotes.
 */
export function curl(method: string, url: string, headers: HeaderList, more: readonly string[] = []): string {
  const { input, options } = curlOptions(method, headers);
  return `${input}${['curl -sS -g -D - -o /dev/null', ...more, ...options, posixWord(url)].join(' ')}`;
}

/**
 * Returns the method and headers as curl options for any POSIX shell and fish. Each character of a header
 * stands for one byte. `input` goes before the command: it pipes in the headers that a command line cannot
 * contain.
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

/** Returns a header in curl's syntax. An empty header is `name;`, because `name:` removes the header. */
export function headerLine([name, value]: Header): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

/** Whether `text` contains only printable ASCII. */
export function isPrintable(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
