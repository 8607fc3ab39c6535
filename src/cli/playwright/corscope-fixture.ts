/** What `expect(page).toHaveNoBlockedRequests()` accepts. */
export interface BlockedRequestsOptions {
  /**
   * Requests that may be blocked. A text is the code of a finding, such as `allow-origin-missing`, or the beginning of a
   * URL; a pattern is searched in the URL.
   */
  readonly except?: string | RegExp | readonly (string | RegExp)[];
  /** How long to wait for open requests, in milliseconds; by default the timeout of `expect`. What is still open is named. */
  readonly timeout?: number;
}

/** A request of a report. docs/report.schema.json describes all its members. */
export interface RecordedExchange {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly class: string;
  readonly outcome: 'allowed' | 'opaque' | 'blocked' | 'failed' | 'pending' | 'unknown';
  /** null if no response was visible. */
  readonly status: number | null;
  /** One sentence: what happened. */
  readonly headline: string;
  readonly findings: readonly { readonly code: string }[];
  /** Set if this is a preflight: the request that it is for. */
  readonly preflightFor: { readonly exchange: string; readonly hop: number } | null;
}

/** The report of a page. docs/report.schema.json describes all its members. */
export interface RecordedReport {
  readonly exchanges: readonly RecordedExchange[];
}

/** What is recorded of the page of a test. */
export interface Corscope {
  /** Resolves when no request is open. Rejects after a time (30,000 milliseconds), and says which still are. */
  idle(options?: { readonly timeoutMs?: number }): Promise<void>;
  /** Returns the report of all requests so far, without secrets. */
  report(): Promise<RecordedReport>;
}
