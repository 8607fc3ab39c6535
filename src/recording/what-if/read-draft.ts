import {
  corsUnsafeRequestHeaderNames,
  type Exchange,
  type FetchResponse,
  type Header,
  type HeaderList,
  type Hop,
  isRedirectStatus,
  isToken,
  locationUrl,
  normalizeMethod,
  originOf,
  parseUrl,
  redirectedHeaderNames,
  redirectedMethod,
} from '../../engine';
import { type Draft, maxDraftText } from './draft';

/** A field of a draft that cannot be read, or a line of it that is left out. */
export interface DraftProblem {
  readonly field: 'origin' | 'method' | 'url' | 'headers' | 'preflight' | 'response';
  /** The request of the chain that it is about, from 0. */
  readonly hop: number;
  /** The line that is no header, from 1; null if the whole field cannot be read. */
  readonly line: number | null;
}

/** What a draft says. */
export interface ReadDraft {
  /** null if its origin, method or URL cannot be read. */
  readonly exchange: Exchange | null;
  /** Those that the page sets. */
  readonly headers: HeaderList;
  readonly problems: readonly DraftProblem[];
}

const maxLines = 500;
/** Browsers follow no more. */
const maxHops = 21;
const lineEnd = /\r\n|[\r\n]/;
const statusLine = /^(?:HTTP\/\d(?:\.\d)?\s+)?([1-9]\d\d)(?:\s.*)?$/i;

/** Reads a draft. Lines that are no headers are left out, while the user types. */
export function readDraft(draft: Draft): ReadDraft {
  const origin = readOrigin(draft.origin);
  const method = isToken(draft.method.trim()) ? normalizeMethod(draft.method.trim()) : null;
  const url = parseUrl(draft.url.trim())?.href ?? null;
  const headers = readLines(draft.headers, 0, true);
  const problems: DraftProblem[] = [
    ...(['origin', 'method', 'url'] as const)
      .filter((field) => ({ origin, method, url })[field] === null)
      .map((field): DraftProblem => ({ field, hop: 0, line: null })),
    ...headers.left.map((line): DraftProblem => ({ field: 'headers', hop: 0, line })),
  ];
  if (origin === null || method === null || url === null) {
    return { exchange: null, headers: headers.list, problems };
  }
  const hops: Hop[] = [];
  let next: Pick<Hop, 'url' | 'method' | 'unsafeHeaderNames'> | null = {
    url,
    method,
    unsafeHeaderNames: corsUnsafeRequestHeaderNames(headers.list),
  };
  while (next && hops.length < maxHops) {
    const index = hops.length;
    const { preflight = '', response = '' } = draft.hops[index] ?? {};
    const [asked, answer] = [readHead(preflight), readHead(response)];
    for (const line of asked.left) problems.push({ field: 'preflight', hop: index, line });
    for (const line of answer.left) problems.push({ field: 'response', hop: index, line });
    const hop: Hop = {
      ...next,
      useCorsPreflight: draft.isUpload,
      sentOrigin: null,
      preflightOrigin: null,
      preflight: asked.response,
      response: answer.response,
    };
    hops.push(hop);
    next = draft.redirectMode === 'follow' ? redirected(hop) : null;
  }
  const { mode, credentialsMode, redirectMode } = draft;
  return {
    exchange: { origin, mode, credentialsMode, redirectMode, hops },
    headers: headers.list,
    problems,
  };
}

/** Returns the request after a redirect; null if the response is none. */
function redirected({ url, method, unsafeHeaderNames, response }: Hop) {
  if (!response || !isRedirectStatus(response.status)) return null;
  const target = locationUrl(response, url);
  if (target === null || target === 'failure') return null;
  const changed = redirectedMethod(method, response.status);
  const names = redirectedHeaderNames(unsafeHeaderNames, url, target, changed !== method);
  return { url: target, method: changed, unsafeHeaderNames: names };
}

/** Returns an origin, also that of a whole URL; null if the text has none. */
function readOrigin(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === 'null') return trimmed;
  const parsed = parseUrl(trimmed);
  if (!parsed) return null;
  const origin = originOf(parsed.href);
  // Extensions have origins that not every parser knows.
  return origin === 'null' && parsed.host !== '' ? `${parsed.protocol}//${parsed.host}` : origin;
}

interface Lines {
  readonly list: HeaderList;
  /** The numbers of the lines that are no headers. */
  readonly left: readonly number[];
}

/** Reads headers, one per line, from a line on. `namesToo`: a name without a value is a header too. */
function readLines(text: string, from: number, namesToo: boolean): Lines {
  const list: Header[] = [];
  const left: number[] = [];
  const lines = text.slice(0, maxDraftText).split(lineEnd, maxLines);
  for (const [index, line] of lines.entries()) {
    if (index < from || line.trim() === '') continue;
    const [, name = '', colon = '', value = ''] = /^\s*([^\s:]+)\s*(:?)(.*)$/.exec(line) ?? [];
    const isHeader = isToken(name) && (colon !== '' || (namesToo && value === ''));
    if (isHeader) list.push([name, value.trim()]);
    else left.push(index + 1);
  }
  return { list, left };
}

/** Reads the head of a response; one without a status has 200. */
function readHead(text: string): { readonly response: FetchResponse | null } & Pick<Lines, 'left'> {
  if (text.trim() === '') return { response: null, left: [] };
  const lines = text.slice(0, maxDraftText).split(lineEnd, maxLines);
  const first = lines.findIndex((line) => line.trim() !== '');
  const status = statusLine.exec((lines[first] ?? '').trim())?.[1];
  const { list, left } = readLines(text, status === undefined ? 0 : first + 1, false);
  return { response: { status: Number(status ?? 200), headerList: list }, left };
}
