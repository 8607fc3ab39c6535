import { getHeader, parseUrl } from '../engine';
import { type HopFacts, statusOf } from '../protocol/facts';
import type { CauseEvidence } from './cause';
import type { Answer, DiagnosisContext, Judged } from './context';

// How causes look at responses and quote them.

/** A response header; null if it is missing or not visible. */
export function header({ headers }: Answer, name: string): string | null {
  return headers && getHeader(headers, name);
}

/** Quotes the status of a response. */
export function statusLine({ exchange, hop, status }: Answer): CauseEvidence {
  return { exchange, hop, kind: 'status', status };
}

/** Quotes a response header, or that it is missing. */
export function headerLine(answer: Answer, name: string): CauseEvidence {
  const { exchange, hop } = answer;
  return { exchange, hop, kind: 'header', on: 'response', name, value: header(answer, name) };
}

/** Quotes those of some response headers that there are. */
export function headerLines(answer: Answer, names: readonly string[]): readonly CauseEvidence[] {
  return names.filter((name) => header(answer, name) !== null).map((name) => headerLine(answer, name));
}

/** A header of the request of a response; null if it was not sent or is not visible. */
export function sentHeader({ request }: Answer, name: string): string | null {
  return request.requestHeaders && getHeader(request.requestHeaders, name);
}

/** Quotes a request header, or that it was not sent. */
export function sentLine(answer: Answer, name: string): CauseEvidence {
  const { exchange, hop } = answer;
  return { exchange, hop, kind: 'header', on: 'request', name, value: sentHeader(answer, name) };
}

/** Whether a response has no Access-Control-Allow-Origin, and its headers were visible. */
function lacksCors(answer: Answer): boolean {
  return answer.headers !== null && header(answer, 'Access-Control-Allow-Origin') === null;
}

/** Whether a CORS layer made the response: it has a header of CORS, even if it is not the one for the origin. */
export function isOfCorsLayer({ headers }: Answer): boolean {
  return (headers ?? []).some(([name]) => /^access-control-allow-/i.test(name));
}

/** The responses of an exchange that has any, in order. */
export function answersOf({ facts }: Judged): readonly Answer[] {
  return facts.hops.flatMap((request, hop) => {
    const status = statusOf(request);
    const headers = request.response?.headerList ?? null;
    return status === null ? [] : [{ exchange: facts.id, hop, request, status, headers }];
  });
}

/**
 * Returns the nearest response of the same host that has Access-Control-Allow-Origin and a status that `isWanted`:
 * it proves that CORS is configured there.
 */
export function siblingWithCors(
  { siblingsWithCors }: DiagnosisContext,
  isWanted: (answer: Answer) => boolean = isOkResponse,
): Answer | null {
  for (const sibling of siblingsWithCors) {
    const found = answersOf(sibling).find(
      (answer) => header(answer, 'Access-Control-Allow-Origin') !== null && isWanted(answer),
    );
    if (found) return found;
  }
  return null;
}

/** A preflight proves less: something in front of the application may answer it. */
function isOkResponse({ status, request }: Answer): boolean {
  return isOk(status) && request.method !== 'OPTIONS';
}

/** Whether nginx sent the response. */
export function isNginx(answer: Answer): boolean {
  return /^(nginx|openresty)\b/i.test(header(answer, 'Server') ?? '');
}

/** Whether Express made the response because something threw. */
export function isExpressErrorPage(answer: Answer): boolean {
  return (
    /^express$/i.test(header(answer, 'X-Powered-By') ?? '') &&
    /^text\/html/i.test(header(answer, 'Content-Type') ?? '') &&
    header(answer, 'Content-Security-Policy') === "default-src 'none'"
  );
}

/** Whether a status is in the range 200 to 299. */
export function isOk(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** Whether a request is for the same path of the same server. */
export function isSamePath(a: HopFacts, b: HopFacts): boolean {
  return a.url.replace(/[?#].*/, '') === b.url.replace(/[?#].*/, '');
}

/** The path and query of a URL; the URL itself if it is none. */
export function pathOf(url: string): string {
  const parsed = parseUrl(url);
  return parsed ? parsed.pathname + parsed.search : url;
}

/** Quotes where a response redirects to. */
export function redirectLine(answer: Answer): CauseEvidence | null {
  const { exchange, hop, request } = answer;
  const to = request.redirectedTo ?? header(answer, 'Location');
  return to === null ? null : { exchange, hop, kind: 'redirect', to };
}

/** Quotes a sibling that has the header, if there is one. */
export function corsLines(sibling: Answer | null): readonly CauseEvidence[] {
  return sibling ? [statusLine(sibling), headerLine(sibling, 'Access-Control-Allow-Origin')] : [];
}

/** Returns the response that was blocked because it has no Access-Control-Allow-Origin, or has the wrong status. */
export function maskedAnswer({ finding, answer }: DiagnosisContext): Answer | null {
  if (!finding || !answer?.headers) return null;
  // A preflight is blocked for its status even if a layer further out adds the CORS headers.
  if (/^preflight-(status|redirect)$/.test(finding.code)) return answer;
  return /^(preflight-)?allow-origin-missing$/.test(finding.code) && lacksCors(answer) ? answer : null;
}

/** Whether a path is one of a development server's own: modules, styles, live reload. */
export function isDevServerPath(path: string): boolean {
  return /^\/(@vite\/|@id\/|@fs\/|@react-refresh|node_modules\/\.vite\/|_next\/|__nuxt\/|sockjs-node\/|webpack-dev-server|__webpack_hmr)/.test(
    path,
  );
}
