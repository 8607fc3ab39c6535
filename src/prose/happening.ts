/** What a headline can name: short, and as it was seen. */
export interface Happening {
  /** The origin of the page; null where there is none, as for an address typed by a person. */
  readonly origin: string | null;
  readonly method: string;
  /** Of the last hop: origin and path. */
  readonly url: string;
  readonly host: string;
  readonly status: number | null;
  /** The Access-Control-Allow-Origin that let the response pass; null if none was looked at. */
  readonly allowOrigin: string | null;
  /** Whether Access-Control-Allow-Credentials had to be true, too, and was. */
  readonly withCredentials: boolean;
  /** What the preflight had to ask for: the header names beside the method. */
  readonly headerNames: readonly string[];
  /** Whether a preflight was seen; if not, one is remembered from before. */
  readonly isPreflightSeen: boolean;
  readonly isSameOrigin: boolean;
  readonly error: string | null;
}

/** What would tell several candidates apart. */
export type Tell =
  | 'mode'
  | 'credentials'
  | 'mode-and-credentials'
  | 'redirect-mode'
  | 'cancelled'
  | 'embedder'
  | 'preflight-log'
  | 'handshake'
  | 'local-network'
  | 'service-worker'
  | 'console';
