import type { Started } from '../../causes/serve';

/**
 * Starts an application that answers `/data` with 200 and `X-Total`, `/secret` with 401 unless there is an
 * Authorization header, `/fail` with 500, and everything else with 404. `texts` are the parts of a configuration,
 * in their places; one empty text is the application without CORS.
 */
export type LiveStart = (port: number, text: string, more: LiveParts) => Promise<Started>;

/** What some applications need besides. */
export interface LiveParts {
  /** The second part of the configuration. */
  readonly second: string;
  /** A free port for what is behind a proxy. */
  readonly behind: number;
}
