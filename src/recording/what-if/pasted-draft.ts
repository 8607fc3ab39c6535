import type { ConsoleMessage } from '../../diagnosis/console/message';
import { readConsoleMessages } from '../../diagnosis/console/read-messages';
import {
  readRequests,
  readTranscript,
  type TranscriptRequest,
  type TranscriptResponse,
} from '../../diagnosis/transcript';
import { type FindingCode, getHeader, type HeaderList, isRedirectStatus, parseUrl } from '../../engine';
import { authorHeaders } from '../../exchange/verdict/author-headers';
import { type Draft, type DraftHop, emptyDraft } from './draft';

/**
 * Returns a draft of what the user pasted: raw HTTP, what `curl -v` printed, or a message of a browser's console. What
 * the text does not say is as in `around`. null if it is none of these.
 */
export function pastedDraft(text: string, around: Draft = emptyDraft): Draft | null {
  const transcript = transcriptDraft(text, around);
  if (transcript) return transcript;
  for (const message of readConsoleMessages(text)) {
    const draft = messageDraft(message, around);
    if (draft) return draft;
  }
  return null;
}

/** Returns the draft of raw HTTP, or of what `curl -v` printed; null if the text is neither. */
export function transcriptDraft(text: string, around: Draft = emptyDraft): Draft | null {
  const requests = readRequests(text).filter(({ method }) => method !== 'CONNECT');
  const responses = (readTranscript(text)?.responses ?? []).filter(
    ({ status, isTunnel }) => !isTunnel && (status >= 200 || status === 101),
  );
  const [first] = requests;
  if (!first && responses.length === 0) return null;
  const asked =
    first && isPreflight(first) ? getHeader(first.headers, 'Access-Control-Request-Method') : null;
  const [answer, ...others] = responses;
  const [preflight, heads] = asked === null ? ['', responses] : [headOf(answer), others];
  // The page's own request follows its preflight, if it was made at all.
  const main = asked === null ? first : requests.find((request) => !isPreflight(request));
  const named = main ?? first;
  const command = commandIn(text);
  const origin = named && getHeader(named.headers, 'Origin');
  return {
    ...around,
    origin: origin ?? command.origin ?? around.origin,
    method: main?.method ?? asked ?? command.method ?? around.method,
    url: (named && urlOf(named, command.url, text)) ?? command.url ?? around.url,
    headers: headerText(main?.headers ?? [], asked === null ? [] : announced(first?.headers ?? [])),
    hops: hopsOf(preflight, heads),
  };
}

function isPreflight({ method, headers }: TranscriptRequest): boolean {
  return method === 'OPTIONS' && getHeader(headers, 'Access-Control-Request-Method') !== null;
}

/** Returns the hops up to the first response that is no redirect. */
function hopsOf(preflight: string, responses: readonly TranscriptResponse[]): readonly DraftHop[] {
  const last = responses.findIndex(({ status }) => !isRedirectStatus(status));
  const chain = last === -1 ? responses : responses.slice(0, last + 1);
  const [first, ...others] = chain.map(headOf);
  return [{ preflight, response: first ?? '' }, ...others.map((response) => ({ preflight: '', response }))];
}

function headOf(response: TranscriptResponse | undefined): string {
  if (!response) return '';
  return [
    `HTTP/1.1 ${response.status}`,
    ...response.headers.map(([name, value]) => `${name}: ${value}`),
  ].join('\n');
}

function announced(headers: HeaderList): readonly string[] {
  const list = getHeader(headers, 'Access-Control-Request-Headers') ?? '';
  return list.split(',').flatMap((name) => name.trim() || []);
}

function headerText(sent: HeaderList, names: readonly string[]): string {
  const own = authorHeaders(sent).filter(([name]) => !/^accept$/i.test(name));
  const known = new Set(own.map(([name]) => name.toLowerCase()));
  return [
    ...own.map(([name, value]) => `${name}: ${value}`),
    ...names.filter((name) => !known.has(name.toLowerCase())),
  ].join('\n');
}

interface Command {
  readonly url: string | null;
  readonly method: string | null;
  readonly origin: string | null;
}

/** Returns what the command line of curl says, as far as its words are plain. */
function commandIn(text: string): Command {
  const [line = ''] = /\bcurl(?:\.exe)? .*(?:\\\s*\n.*)*/.exec(text.slice(0, 20_000)) ?? [];
  return {
    url: /https?:\/\/[^\s'"]{1,4000}/.exec(line)?.[0] ?? null,
    method: /(?:-X\s*|--request[= ]\s*)['"]?([A-Za-z]{1,40})/.exec(line)?.[1] ?? null,
    origin: /['"]origin:\s*([^'"\s]{1,1000})/i.exec(line)?.[1] ?? null,
  };
}

/** curl says which port it connected to, but not the scheme. */
function urlOf({ target, headers }: TranscriptRequest, command: string | null, text: string): string | null {
  if (/^https?:/i.test(target)) return target;
  const host = getHeader(headers, 'Host');
  const base = command ?? (host && `${isOverTls(host, text) ? 'https' : 'http'}://${host}/`);
  return base === null ? null : (parseUrl(target, base)?.href ?? null);
}

function isOverTls(host: string, text: string): boolean {
  const [, port = ''] = /\* Connected to .{1,300} port (\d{1,5})/.exec(text.slice(0, 20_000)) ?? [];
  if (/\* (?:SSL connection|TLSv1|ALPN)/.test(text.slice(0, 20_000)) || port === '443') return true;
  return port === '' && !/:\d/.test(host);
}

/** The responses that a browser prints a message about, without its prefix for preflights. */
const heads: Readonly<Partial<Record<FindingCode, (message: ConsoleMessage, origin: string) => string>>> = {
  'allow-origin-missing': () => head(200),
  'allow-origin-mismatch': ({ value }) =>
    head(200, `Access-Control-Allow-Origin: ${value || 'https://other.example'}`),
  'allow-origin-multiple': ({ value }, origin) =>
    head(200, `Access-Control-Allow-Origin: ${value || `${origin}, *`}`),
  'allow-origin-invalid': ({ value }) => head(200, `Access-Control-Allow-Origin: ${value || 'app.example'}`),
  'allow-origin-wildcard-with-credentials': () => head(200, 'Access-Control-Allow-Origin: *'),
  'allow-credentials-missing': (_, origin) => head(200, `Access-Control-Allow-Origin: ${origin}`),
  'allow-credentials-not-true': ({ value }, origin) =>
    head(
      200,
      `Access-Control-Allow-Origin: ${origin}`,
      `Access-Control-Allow-Credentials: ${value || 'false'}`,
    ),
};

const preflightHeads: typeof heads = {
  'preflight-status': ({ status }, origin) => head(status ?? 404, `Access-Control-Allow-Origin: ${origin}`),
  'preflight-redirect': (_, origin) => head(301, 'Location: /', `Access-Control-Allow-Origin: ${origin}`),
  'preflight-allow-methods-invalid': (_, origin) =>
    head(204, `Access-Control-Allow-Origin: ${origin}`, 'Access-Control-Allow-Methods: {}'),
  'preflight-allow-headers-invalid': (_, origin) =>
    head(
      204,
      `Access-Control-Allow-Origin: ${origin}`,
      'Access-Control-Allow-Methods: *',
      'Access-Control-Allow-Headers: {}',
    ),
  'preflight-method-not-allowed': (_, origin) => head(204, `Access-Control-Allow-Origin: ${origin}`),
  'preflight-header-not-allowed': (_, origin) =>
    head(204, `Access-Control-Allow-Origin: ${origin}`, 'Access-Control-Allow-Methods: *'),
};

const head = (status: number, ...lines: readonly string[]) => [`HTTP/1.1 ${status}`, ...lines].join('\n');

/** Returns a draft of a message that names a URL; its response is the simplest with that message. */
export function messageDraft(message: ConsoleMessage, around: Draft = emptyDraft): Draft | null {
  const [code] = message.codes;
  if (message.url === null || message.browser === null) return null;
  const origin = message.origin ?? around.origin;
  const isOfPreflight = code?.startsWith('preflight-') ?? false;
  const write = code && (preflightHeads[code] ?? heads[code.replace(/^preflight-/, '') as FindingCode]);
  const written = write?.(message, origin) ?? '';
  const header = message.header ?? '';
  const isUnsafe = message.method !== null || header !== '';
  return {
    ...around,
    kind: 'fetch',
    mode: code === 'mode-same-origin' ? 'same-origin' : 'cors',
    credentialsMode: code?.includes('credentials') ? 'include' : around.credentialsMode,
    origin,
    url: message.url,
    method: message.method ?? (isOfPreflight && !isUnsafe ? 'PUT' : 'GET'),
    headers: header,
    hops: [isOfPreflight ? { preflight: written, response: '' } : { preflight: '', response: written }],
  };
}
