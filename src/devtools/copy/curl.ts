import type { HeaderList } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { curlOptions, headerLine, isPrintable } from '../../report/curl';
import { posixWord } from '../../report/posix-words';
import { cmdWord, maxCommand } from './cmd-words';
import { powershellStrings } from './powershell-strings';
import { type Copied, divided, type SentRequest, sentRequest } from './sent-request';

/** Headers that curl writes itself, or that would be wrong without the body, which is not recorded. */
const notForCurl: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'host',
  'transfer-encoding',
]);

/** The request as a command for any POSIX shell and for fish; null if it was not recorded whole. */
export function asPosixCurl(facts: ExchangeFacts): Copied | null {
  const request = forCurl(facts);
  if (!request) return null;
  const { method, url, headers, flags, without } = request;
  const { input, options } = curlOptions(method, headers);
  return { text: `${input}${[`curl ${posixWord(url)}`, ...flags, ...options].join(' \\\n  ')}`, without };
}

/** The request as a command for the prompt of cmd.exe; null if that cannot hold it. */
export function asCmdCurl(facts: ExchangeFacts): Copied | null {
  const request = forCurl(facts);
  if (!request) return null;
  const { method, url, flags } = request;
  // Windows passes words as characters of a code page, and the console obeys controls.
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
 * The request as a command for Windows PowerShell and PowerShell; null if it was not recorded whole. curl reads
 * its options from its input: older versions spoil quotes in arguments, and `Invoke-WebRequest` cannot send
 * every method and header. In Latin-1 each character is one byte.
 */
export function asPowershellCurl(facts: ExchangeFacts): Copied | null {
  const request = forCurl(facts);
  if (!request) return null;
  const { method, url, flags } = request;
  // Windows takes Ctrl+Z for the end of the input.
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

/** A value of curl's own files of options. */
function configValue(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\t', '\\t').replaceAll('\v', '\\v')}"`;
}
