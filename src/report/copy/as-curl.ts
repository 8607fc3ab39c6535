import type { HeaderList } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { curlOptions, headerLine, isPrintable } from '../curl';
import { posixWord } from '../posix-words';
import { cmdWord, maxCommand } from './cmd-words';
import { powershellStrings } from './powershell-strings';
import { type Copied, divided, type SentRequest, sentRequest } from './sent-request';

/** Headers that curl adds itself, or that are wrong without the body, which is not recorded. */
const notForCurl: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'host',
  'transfer-encoding',
]);

/** Returns the request as a curl command for any POSIX shell and fish; null if it was not fully recorded. */
export function asPosixCurl(facts: ExchangeFacts): Copied | null {
  const request = forCurl(facts);
  if (!request) return null;
  const { method, url, headers, flags, without } = request;
  const { input, options } = curlOptions(method, headers);
  return { text: `${input}${[`curl ${posixWord(url)}`, ...flags, ...options].join(' \\\n  ')}`, without };
}

/** Returns the request as a curl command for cmd.exe; null if it is too long or was not fully recorded. */
export function asCmdCurl(facts: ExchangeFacts): Copied | null {
  const request = forCurl(facts);
  if (!request) return null;
  const { method, url, flags } = request;
  // Windows converts arguments to a code page, and the console obeys control characters.
  const { headers, without } = divided(request.headers, (_, value) => isPrintable(value));
  const options = [
    ...flags,
    ...(method === 'GET' ? [] : [method === 'HEAD' ? '--head' : `-X ${cmdWord(method)}`]),
    ...headers.map((header) => `-H ${cmdWord(headerLine(header))}`),
  ];
  const text = [`curl.exe ${cmdWord(url)}`, ...options].join(' ^\n  ');
  return text.length > maxCommand ? null : { text, without: [...request.without, ...without] };
}

/**
 * Returns the request as a curl command for Windows PowerShell and PowerShell; null if it was not fully
 * recorded. curl reads its options from standard input, because older versions of PowerShell break quotes in
 * arguments. `Invoke-WebRequest` cannot send every method and header. The input is Latin-1, where each
 * character is one byte.
 */
export function asPowershellCurl(facts: ExchangeFacts): Copied | null {
  const request = forCurl(facts);
  if (!request) return null;
  const { method, url, flags } = request;
  // Windows treats Ctrl+Z as the end of the input.
  const { headers, without } = divided(request.headers, (_, value) => !value.includes('\u001a'));
  const options = [
    `url = ${configValue(url)}`,
    ...flags.map((flag) => flag.replace('--', '')),
    ...(method === 'GET' ? [] : [method === 'HEAD' ? 'head' : `request = ${configValue(method)}`]),
    ...headers.map((header) => `header = ${configValue(headerLine(header))}`),
  ];
  const text = [
    '& {',
    '  $OutputEncoding = [System.Text.Encoding]::GetEncoding(28591)',
    '  @(',
    ...options.map((option) => `    ${powershellStrings(option).join(' +\n      ')}`),
    '  ) | curl.exe --config -',
    '}',
  ].join('\n');
  return { text, without: [...request.without, ...without] };
}

function forCurl(facts: ExchangeFacts): (SentRequest & { readonly flags: readonly string[] }) | null {
  const request = sentRequest(facts);
  if (!request) return null;
  const has = (wanted: string) => (headers: HeaderList) =>
    headers.some(([name]) => name.toLowerCase() === wanted);
  return {
    ...request,
    headers: request.headers.filter(([name]) => !notForCurl.has(name.toLowerCase())),
    flags: [
      ...(/[[\]{}]/.test(request.url) ? ['--globoff'] : []),
      ...(has('accept-encoding')(request.headers) ? ['--compressed'] : []),
    ],
  };
}

/** Returns `text` as a quoted value of a curl config file. */
function configValue(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\t', '\\t').replaceAll('\v', '\\v')}"`;
}
