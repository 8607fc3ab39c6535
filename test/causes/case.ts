import type { IncomingHttpHeaders } from 'node:http';
import type { Outcome } from '../../src/protocol/facts';
import type { CauseCode } from './codes';

/**
 * `broken`: as reported. `twin`: differs only in the fact that decides the cause, so the cause must not be
 * named. `fix`: with the solution of the report, so no cause may be claimed.
 */
export type Variant = 'broken' | 'twin' | 'fix';

/** A request as a case's server receives it. */
export interface CaseRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<IncomingHttpHeaders>;
  readonly body: string;
}

/** A response of a case's server; status 200, no headers and no body by default. */
export interface CaseAnswer {
  readonly status?: number;
  /** An array of values becomes a header line for each. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
  readonly delayMs?: number;
}

/** The surroundings of a case's server. */
export interface CaseContext {
  readonly variant: Variant;
  /** The URL of a path on one of the case's origins. */
  at(name: string, path?: string): string;
  origin(name: string): string;
  /** What the servers keep between requests; empty at the start of each variant. */
  readonly state: Record<string, number>;
}

/** A server of a case. */
export type CaseServer = (request: CaseRequest, context: CaseContext) => CaseAnswer;

/** Answers a WebSocket's handshake: `accept`, or a response with this status. */
export type CaseUpgrade = (
  request: CaseRequest,
  context: CaseContext,
) => 'accept' | { readonly status: number };

/** The row in which the failure is seen. */
export interface CaseRow {
  /** The origin's name and the start of the path: `api:/items`. */
  readonly at: string;
  readonly method?: string;
  /** The outcome that it has; `allowed` if the failure is silent. */
  readonly outcome: Outcome;
}

/** A public report, rebuilt with small servers. Its hosts, names and paths are invented. */
export interface CauseCase {
  readonly cause: CauseCode;
  /** What the person saw. */
  readonly title: string;
  /** The true cause, as the report has it. */
  readonly why: string;
  /** `owner/repo#n` of an issue, `owner/repo!n` of a pull request; the rebuilt one first. */
  readonly sources: readonly string[];
  /** `replayed`: the response of a product as documented; `imitated`: only the behaviour that decides. */
  readonly server: 'replayed' | 'imitated';
  readonly twin: {
    /** The fact in which it differs. */
    readonly differs: string;
    /** The cause for which it is blocked instead; null: none is in the corpus, or nothing is blocked. */
    readonly cause: CauseCode | null;
  };
  /** What solved it; null if there is no such variant. */
  readonly fix: string | null;
  /**
   * A host for each origin, below `.localhost`. `localhost` and addresses are used as they are, and hosts below
   * `.test`, which browsers do not trust over http.
   */
  readonly origins: Readonly<Record<string, string | { readonly host: string; readonly port: 1 | 2 | 3 }>>;
  /** The two ports in recordings; a well-known one if it decides. */
  readonly recordedPorts?: readonly [number, number];
  /** Whether the first port serves https. */
  readonly isSecure?: boolean;
  /** The page that is opened: the name of its origin and its path. */
  readonly page: string;
  readonly servers: Readonly<Record<string, CaseServer>>;
  readonly upgrade?: Readonly<Record<string, CaseUpgrade>>;
  /** Expressions that are evaluated in the page once it has loaded, as if the person did them. */
  readonly actions?: readonly string[];
  /** Commands of Chrome DevTools Protocol after that, for what only the browser itself requests. */
  readonly commands?: readonly 'Page.getAppManifest'[];
  /** null if no request shows the failure: it is about messages or documents. */
  readonly row: CaseRow | null;
  /** Whether the page got what it wanted. The page sets `window.result` when it is done. */
  works(result: Readonly<Record<string, unknown>>): boolean;
  readonly only?: 'chromium' | 'firefox';
}

/** The variants of a case. */
export function variantsOf({ fix }: Pick<CauseCase, 'fix'>): readonly Variant[] {
  return fix === null ? ['broken', 'twin'] : ['broken', 'twin', 'fix'];
}
