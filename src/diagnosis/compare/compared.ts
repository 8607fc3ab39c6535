import {
  type BrowserName,
  type CredentialsMode,
  type FindingCode,
  getHeader,
  type HeaderList,
  isRedirectStatus,
  type Mode,
  parseUrl,
  type RedirectMode,
} from '../../engine';
import type { CookieUse } from '../../exchange/explained/cookie-use';
import type { preflightCacheOf, servedByOf } from '../../exchange/explained/describe';
import type { HopFacts, Initiator, Outcome, RequestKind } from '../../protocol/facts';
import type { CauseEvidence } from '../cause';

/** A part of a request that facts are about. */
export type ComparedPart = 'request' | 'preflight' | 'response' | 'document';

/** A response, or what was seen of it. */
export interface ComparedAnswer {
  readonly status: number;
  /** null: not visible. */
  readonly headers: HeaderList | null;
}

/** One request of a redirect chain. */
export interface ComparedHop {
  readonly url: string;
  readonly method: string;
  /** null: not visible. */
  readonly requestHeaders: HeaderList | null;
  /** null: none was seen. */
  readonly response: ComparedAnswer | null;
  /** Where it was redirected to; null if it was not. */
  readonly redirectedTo: string | null;
  readonly hasPreflight: boolean;
  /** The response to its preflight, or to the earlier one whose result was cached. */
  readonly preflight: ComparedAnswer | null;
  readonly internal: HopFacts['internal'];
}

/** The finding that decided. */
export interface ComparedFinding {
  readonly code: FindingCode;
  readonly hop: number;
  /** The header names that a preflight did not allow, in lower case. */
  readonly missingNames: readonly string[];
}

/** What makes a preflight necessary. */
export interface PreflightTriggers {
  readonly headerNames: readonly string[];
  readonly isMethod: boolean;
  /** An upload listener or a streaming body. */
  readonly isUpload: boolean;
}

/** A fact that a cause rests on. */
export interface ComparedBasis {
  readonly part: ComparedPart;
  readonly hop: number;
  readonly kind: CauseEvidence['kind'];
  /** The header's name in lower case; '' for what is no header. */
  readonly name: string;
}

/**
 * Everything that a comparison reads of a request, whether it was recorded or is in a file. null: not known, except
 * where something else is said.
 */
export interface Compared {
  /** Unique in its recording or file. */
  readonly id: string;
  /** The file that it is from; null: this recording. */
  readonly file: string | null;
  readonly browser: BrowserName | null;
  readonly startedAtMs: number | null;
  readonly outcome: Outcome | null;
  /** null also if nothing went wrong, or several findings are possible. */
  readonly finding: ComparedFinding | null;
  /** The code of the leading cause; null also if there is none. */
  readonly cause: string | null;
  readonly bases: readonly ComparedBasis[];
  readonly kind: RequestKind | null;
  readonly initiator: Initiator | null;
  readonly origin: string | null;
  readonly mode: Mode | null;
  readonly credentialsMode: CredentialsMode | null;
  readonly redirectMode: RedirectMode | null;
  /** null also if it is same-origin. */
  readonly triggers: PreflightTriggers | null;
  readonly preflightCache: ReturnType<typeof preflightCacheOf>;
  readonly servedBy: ReturnType<typeof servedByOf> | null;
  readonly error: string | null;
  readonly cookies: readonly Pick<CookieUse, 'hop' | 'name' | 'direction'>[] | null;
  /** The headers of the document that made the request. */
  readonly document: HeaderList | null;
  /** First to last, never empty. */
  readonly hops: readonly ComparedHop[];
}

/** No request has more headers. */
const mostMissingNames = 200;

/** Returns the finding that decided; `missing` are names with commas. */
export function toFinding(code: FindingCode, hop: number, missing: string | null = null): ComparedFinding {
  const names = (missing ?? '').toLowerCase().split(',', mostMissingNames);
  return { code, hop, missingNames: names.filter(Boolean) };
}

/** Returns what makes a preflight necessary from its list in reports: `header x-token`, `method PUT`. */
export function toTriggers(list: readonly string[]): PreflightTriggers {
  const named = list.flatMap((text) => /^(?:header (.*)|(content-type)\b)/s.exec(text)?.slice(1, 3) ?? []);
  return {
    headerNames: named.filter((name) => name !== undefined),
    isMethod: list.some((text) => text.startsWith('method ')),
    isUpload: list.some((text) => /^(upload|streaming)/.test(text)),
  };
}

/** Returns where a response redirects to, also if the browser did not follow it; null if it is no redirect. */
export function redirectTarget(url: string, answer: ComparedAnswer | null): string | null {
  const location = answer && isRedirectStatus(answer.status) && getHeader(answer.headers ?? [], 'Location');
  return location ? (parseUrl(location, url)?.href ?? location) : null;
}
