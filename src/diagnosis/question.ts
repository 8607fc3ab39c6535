import type { HeaderList } from '../engine';
import type { Confidence } from './cause';
import type { CauseCode } from './causes';
import type { DiagnosisContext } from './context';

/** The request whose response tells causes apart, as data. It has no body, and changes nothing on the server. */
export interface QuestionRequest {
  /** `as-recorded`: OPTIONS if the preflight failed, otherwise GET. */
  readonly method: 'OPTIONS' | 'GET' | 'as-recorded';
  /**
   * `same`: the URL that failed; `fresh`: with a parameter that no cache has seen; `root`: the server's start page;
   * `application`: the same path, or that of a request that passed, without the proxy in front of it.
   */
  readonly url: 'same' | 'fresh' | 'root' | 'application' | 'passed-by-application';
  /** The Origin header: the page's, the server's own, or one of this machine; null: none. */
  readonly origin: 'page' | 'server' | 'localhost' | null;
  /**
   * `as-sent`: those that the recorded request had; `if-rejected`: a token too if the status was 401 or 403. Values are
   * always placeholders.
   */
  readonly credentials?: 'token' | 'certificate' | 'as-sent' | 'if-rejected';
  /** Whether it asks for a WebSocket. */
  readonly isHandshake?: true;
}

/** A condition on a response. Header names are in any case. */
export type Sign =
  /** The status is in one of the ranges. */
  | { readonly status: readonly (readonly [from: number, to: number])[] }
  | { readonly header: string; readonly is: 'present' | 'missing' | 'once' | 'repeated' }
  /** Compared with the same header of the recorded response. */
  | { readonly header: string; readonly is: 'as-recorded' | 'other-than-recorded' }
  | { readonly header: string; readonly matches: RegExp }
  /** Access-Control-Allow-Origin is `*` or the Origin that the question sends. */
  | { readonly allows: 'its-origin' }
  /** The recorded response, not the pasted one, has a status in one of the ranges. */
  | { readonly recordedStatus: readonly (readonly [from: number, to: number])[] }
  /** The page's own request has this method. */
  | { readonly pageMethod: 'GET' }
  /** curl reports this error and no response. */
  | { readonly curlError: readonly number[] };

/** What a response means that has all of these signs. */
export interface PossibleAnswer {
  readonly when: readonly Sign[];
  /** The cause that it proves; null: none of the question. The others of the question are dropped. */
  readonly proves: {
    readonly code: CauseCode;
    readonly confidence: 'certain' | 'likely';
    /** The cause compares with other requests, so these must have been recorded. */
    readonly isComparison?: true;
    readonly values?: Readonly<Record<string, string>>;
  } | null;
}

/** A cause that fits a request. */
export interface FoundCause {
  readonly code: CauseCode;
  readonly confidence: Confidence;
}

/** What tells causes apart: a request to the server, or something to look at in the browser. */
export interface Question {
  /** The causes that it is about. */
  readonly between: readonly CauseCode[];
  /** Whether it arises. `found` are the causes that fit, the best first. */
  isAsked(context: DiagnosisContext, found: readonly FoundCause[]): boolean;
  /** null if it is something to look at. */
  readonly request: QuestionRequest | null;
  /** By a name; the first that fits counts. */
  readonly answers: Readonly<Record<string, PossibleAnswer>>;
}

/** A request for a command line. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  /** Further options of curl, as words that need no quotes. */
  readonly options: readonly string[];
}
