import { getHeader, originOf, parseUrl, preflightHeaders } from '../engine';
import { bareUrl } from '../exchange/facts/request-url';
import type { Answer, DiagnosisContext } from './context';
import { siblingWithCors } from './evidence';
import type { CurlRequest, QuestionRequest } from './question';

/** What stands for values that are never written, such as those of cookies. */
const placeholders = ['YOUR-TOKEN', 'YOUR-SESSION', 'YOUR-CERTIFICATE', 'YOUR-PORT'];

/** Returns what the user has to replace in a command. */
export function placeholdersIn({ url, headers, options }: CurlRequest): readonly string[] {
  const texts = [url, ...options, ...headers.map(([, value]) => value)];
  return placeholders.filter((name) => texts.some((text) => text.includes(name)));
}

/** Returns the request of a question about a request; null if that has no URL of HTTP. */
export function curlRequest(asked: QuestionRequest, context: DiagnosisContext): CurlRequest | null {
  const { subject, finding, isPreflight } = context;
  const hop = subject.facts.hops[finding?.hop ?? subject.facts.hops.length - 1];
  const url = hop && urlOf(asked, context, hop.url);
  if (!hop || !url) return null;
  const isOptions = asked.method === 'OPTIONS' || (asked.method === 'as-recorded' && isPreflight);
  const names = namesOf(context);
  const asks = isOptions ? preflightHeaders({ method: hop.method, unsafeHeaderNames: names }).slice(1) : [];
  const origin = originIn(asked, context, hop.url);
  return {
    method: isOptions ? 'OPTIONS' : 'GET',
    url,
    headers: [
      ...(origin === null ? [] : [['Origin', origin] as const]),
      ...asks,
      ...credentialsOf(asked, isOptions, context.answer?.status ?? null, hop.requestHeaders ?? []),
      ...(asked.isHandshake ? handshake : []),
    ],
    options: [
      ...(asked.credentials === 'certificate' ? ['--cert', 'YOUR-CERTIFICATE'] : []),
      // A WebSocket stays open.
      ...(asked.isHandshake ? ['--http1.1', '--max-time', '5'] : []),
    ],
  };
}

/** Returns the Origin header of a question's request; null if it has none. */
export function originIn(
  { origin }: QuestionRequest,
  { subject, answer }: DiagnosisContext,
  url: string,
): string | null {
  if (origin === null) return null;
  const server = originOf(url.replace(/^ws/, 'http'));
  if (origin === 'server') return server;
  if (origin === 'localhost') {
    const port = parseUrl(server)?.port ?? '';
    return port === '' ? 'http://localhost' : `http://localhost:${port}`;
  }
  const sent = answer?.request.requestHeaders;
  return (sent && getHeader(sent, 'Origin')) ?? subject.facts.origin ?? 'null';
}

function urlOf(asked: QuestionRequest, context: DiagnosisContext, recorded: string): string | null {
  const passed = asked.url === 'passed-by-application' ? siblingWithCors(context) : null;
  const url = parseUrl(bareUrl(passed?.request.url ?? recorded).replace(/^ws/, 'http'));
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  switch (asked.url) {
    case 'same':
      return url.href;
    case 'root':
      return `${url.origin}/`;
    case 'fresh': {
      const number = Math.round(context.subject.facts.startedAtMs) % 1_000_000;
      url.search = `${url.search === '' ? '?' : `${url.search}&`}corscope=${number}`;
      return url.href;
    }
    case 'application':
    case 'passed-by-application':
      return `http://localhost:YOUR-PORT${url.pathname}${url.search}`;
  }
}

function credentialsOf(
  { credentials }: QuestionRequest,
  isOptions: boolean,
  status: number | null,
  sent: NonNullable<Answer['request']['requestHeaders']>,
): CurlRequest['headers'] {
  const [token, session] = [
    ['Authorization', 'Bearer YOUR-TOKEN'],
    ['Cookie', 'YOUR-SESSION'],
  ] as const;
  // Preflights have none.
  const isSent = (name: string) => !isOptions && getHeader(sent, name) !== null;
  const isNeeded = credentials === 'if-rejected' && (status === 401 || status === 403);
  if (credentials === 'token' || isNeeded)
    return isSent('Cookie') && !isSent('Authorization') ? [session] : [token];
  if (credentials !== 'as-sent' && credentials !== 'if-rejected') return [];
  return [...(isSent('Authorization') ? [token] : []), ...(isSent('Cookie') ? [session] : [])];
}

/** The names that the recorded preflight asked for. */
function namesOf({ answer, isPreflight }: DiagnosisContext): readonly string[] {
  const headers = isPreflight ? answer?.request.requestHeaders : null;
  const value = headers ? getHeader(headers, 'Access-Control-Request-Headers') : null;
  return value ? value.split(',').map((name) => name.trim()) : [];
}

const handshake = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', 'Y29yc2NvcGUgcXVlc3Rpbw=='],
] as const;
