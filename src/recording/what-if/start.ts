import type { Compared, ComparedAnswer, ComparedHop } from '../../diagnosis/compare/compared';
import {
  type BrowserName,
  type CredentialsMode,
  type Exchange,
  type Header,
  type HeaderList,
  isCorsSafelistedRequestHeader,
  type LocatedFinding,
  type Mode,
  toFinding,
} from '../../engine';
import { authorHeaders } from '../../exchange/verdict/author-headers';
import type { ExchangeFacts, Outcome, RequestKind } from '../../protocol/facts';
import { type Draft, type DraftHop, emptyDraft } from './draft';

/** What an edit starts from. */
export interface WhatIfStart {
  readonly draft: Draft;
  /** The recorded exchange; null if it is from a file or from nothing. */
  readonly base: ExchangeFacts | null;
  /** What a browser did with it; null if nobody sent it. */
  readonly recorded: {
    readonly browser: BrowserName | null;
    readonly outcome: Outcome | null;
    /** The finding that it acted on; null if nothing went wrong, or several fit. */
    readonly finding: LocatedFinding | null;
  } | null;
  /** The headers of the document that made the request; null if they are not known. */
  readonly document: HeaderList | null;
}

/** A start from nothing. */
export const emptyStart: WhatIfStart = { draft: emptyDraft, base: null, recorded: null, document: null };

/** What the recording knows of a request beside what is compared. */
interface Recorded {
  readonly facts: ExchangeFacts;
  readonly exchange: Exchange;
}

/**
 * Returns the start of an edit of a request of a recording or file. An option that is not known has its usual value, or
 * the most likely one of the recording.
 */
export function startOf(compared: Compared, recorded: Recorded | null): WhatIfStart {
  const { finding, hops, browser } = compared;
  const kind = compared.kind ?? 'fetch';
  const mode = compared.mode ?? recorded?.exchange.mode ?? usualMode(compared, kind);
  const [first] = hops;
  const triggers = compared.triggers?.headerNames ?? [];
  return {
    draft: {
      origin: compared.origin ?? 'null',
      kind,
      mode,
      credentialsMode:
        compared.credentialsMode ?? recorded?.exchange.credentialsMode ?? usualCredentials(mode),
      redirectMode: compared.redirectMode ?? recorded?.exchange.redirectMode ?? 'follow',
      method: first?.method ?? 'GET',
      url: first?.url ?? '',
      headers: requestText(first, triggers),
      isUpload: compared.triggers?.isUpload ?? false,
      hops: hops.map(
        (hop): DraftHop => ({ preflight: headText(hop.preflight), response: headText(hop.response) }),
      ),
    },
    base: recorded?.facts ?? null,
    recorded: {
      browser,
      outcome: compared.outcome,
      finding: finding && toFinding(finding.code, finding.hop, placeOf(finding.code), {}),
    },
    document: compared.document,
  };
}

function placeOf(code: string): LocatedFinding['on'] {
  return code.startsWith('preflight-') ? 'preflight' : 'response';
}

function usualMode({ outcome }: Compared, kind: RequestKind): Mode {
  switch (kind) {
    case 'document':
    case 'frame':
      return 'navigate';
    case 'websocket':
    case 'webtransport':
      return kind;
    case 'fetch':
    case 'font':
      return outcome === 'opaque' ? 'no-cors' : 'cors';
    default:
      return outcome === 'allowed' ? 'cors' : 'no-cors';
  }
}

function usualCredentials(mode: Mode): CredentialsMode {
  return mode === 'cors' ? 'same-origin' : 'include';
}

/** Returns the page's headers of a request as text; those that only its preflight announced without a value. */
function requestText(hop: ComparedHop | undefined, announced: readonly string[]): string {
  const sent = authorHeaders(hop?.requestHeaders ?? []).filter((header) => !isUsual(header));
  const names = new Set(sent.map(([name]) => name.toLowerCase()));
  return [...headerLines(sent), ...announced.filter((name) => !names.has(name))].join('\n');
}

/** Whether a browser sends a header like that of its own accord. */
function isUsual([name, value]: Header): boolean {
  const isOpen = /^accept(-language)?$/i.test(name) && isCorsSafelistedRequestHeader(name, value);
  return isOpen && (value.includes('*/*') || /language/i.test(name));
}

/** Returns the head of a response as text; empty if it was not seen. */
function headText(answer: ComparedAnswer | null): string {
  if (!answer) return '';
  return [`HTTP/1.1 ${answer.status}`, ...headerLines(answer.headers ?? [])].join('\n');
}

/** Browsers join repeated headers with line breaks. */
function headerLines(list: HeaderList): readonly string[] {
  return list.flatMap(([name, value]) => value.split('\n').map((line) => `${name}: ${line}`));
}
