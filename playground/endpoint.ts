import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Holds } from './holds';
import { kindOf } from './kinds';

/**
 * Answers `/x`, in any folder, and `/api/…` with what its query asks for. To a CORS-preflight request the parameters with a `p` in
 * front apply, to every other request those without:
 *
 * - `st` status (200; 204 for a preflight; 302 with `loc`), `loc` the Location
 * - `h` a header line, `Name: value`; each `h` is a line of its own. In a value, `$O` is the request's
 *   Origin, `$U` its path and query, `$C` its Cookie, `$M` its Access-Control-Request-Method, `$H` its Access-Control-Request-Headers
 * - `k` kind of body: text, json, html, js, css, img, svg, es; `b` the body itself
 * - `login=1` asks for a password with 401, until the request has one
 * - `needs` a request header without which the status is `lacks` (401)
 * - `act` instead of an answer: `reset`, `empty` (closes without a byte), `hang` (never answers)
 * - `delay` in milliseconds; `hold` a name: waits until it is released; `bhold` likewise, between the first
 *   character of the body, without which Firefox tells of no headers, and the rest
 * - `ok=1` allows what was asked for, on preflight and response; `okc=1` with credentials. A header that
 *   `h` names is left to `h`.
 */
export async function answerScenario(
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
  holds: Holds,
): Promise<void> {
  const isPreflight = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
  const prefix = isPreflight ? 'p' : '';
  const parameter = (name: string) => query.get(prefix + name);

  request.resume();
  const action = parameter('act');
  if (action === 'reset') return void request.socket.resetAndDestroy();
  if (action === 'empty') return void request.socket.end();
  if (action === 'hang') return;

  const [delayMs, hold] = [parameter('delay'), parameter('hold')];
  if (delayMs !== null) await delay(Number(delayMs));
  if (hold !== null) await holds.wait(hold);

  if (query.has('login') && !isPreflight && request.headers.authorization === undefined) {
    response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="playground"' }).end();
    return;
  }
  const location = parameter('loc');
  const fallback = location !== null ? 302 : isPreflight ? 204 : 200;
  const needed = isPreflight ? null : query.get('needs');
  const isLacking = needed !== null && !(needed.toLowerCase() in request.headers);
  const status = Number(isLacking ? (query.get('lacks') ?? 401) : (parameter('st') ?? fallback));
  const kind = kindOf(query.get('k'));
  const body = isPreflight || status === 204 || status === 304 ? '' : (query.get('b') ?? kind.body);
  const isStream = kind.contentType === 'text/event-stream';

  const headers = [
    ...query.getAll(`${prefix}h`).map((line) => filledIn(line, request)),
    ...(location === null ? [] : [`Location: ${location}`]),
  ];
  const defaults = [
    'Cache-Control: no-store',
    ...(isPreflight ? [] : [`Content-Type: ${kind.contentType}`]),
    ...(body === '' || isStream ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    ...allowing(request, query, isPreflight),
  ];
  response.writeHead(status, headerLines(headers, defaults));
  const bodyHold = parameter('bhold');
  const sent = bodyHold === null ? '' : body.slice(0, 1);
  if (bodyHold !== null) {
    response.write(sent);
    await holds.wait(bodyHold);
  }
  const rest = body.slice(sent.length);
  if (isStream && !isPreflight) response.write(rest);
  else response.end(rest);
}

/** What `ok` and `okc` add. */
function allowing(request: IncomingMessage, query: URLSearchParams, isPreflight: boolean): readonly string[] {
  const { origin, 'access-control-request-headers': requestHeaders } = request.headers;
  const withCredentials = query.has('okc');
  if (!(withCredentials || query.has('ok')) || origin === undefined) return [];

  return [
    `Access-Control-Allow-Origin: ${origin}`,
    ...(withCredentials ? ['Access-Control-Allow-Credentials: true'] : []),
    ...(isPreflight ? [filledIn('Access-Control-Allow-Methods: $M', request)] : []),
    ...(isPreflight && requestHeaders ? [`Access-Control-Allow-Headers: ${requestHeaders}`] : []),
  ];
}

function filledIn(line: string, { headers, url = '/' }: IncomingMessage): string {
  return line
    .replaceAll('$O', headers.origin ?? '')
    .replaceAll('$U', url)
    .replaceAll('$C', headers.cookie ?? '')
    .replaceAll('$M', String(headers['access-control-request-method'] ?? ''))
    .replaceAll('$H', String(headers['access-control-request-headers'] ?? ''));
}

/** A flat list of names and values: the one form in which node:http sends a name twice as two lines. */
function headerLines(headers: readonly string[], defaults: readonly string[]): string[] {
  const given = new Set(headers.map((line) => nameOf(line).toLowerCase()));
  return [...headers, ...defaults.filter((line) => !given.has(nameOf(line).toLowerCase()))].flatMap(
    (line) => [nameOf(line), line.slice(nameOf(line).length + 1).trim()],
  );
}

function nameOf(line: string): string {
  return line.split(':', 1)[0] ?? line;
}
