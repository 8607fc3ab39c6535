import { http } from '../support/http';
import type { Recorded } from './recorded';

// The requests of which the examples of causes consist.

/** The recordings of a cause, and those of a twin that differs in what decides. */
export type Examples = Readonly<
  Record<string, readonly [has: readonly Recorded[], twin: readonly Recorded[]]>
>;

export const failed = 'net::ERR_FAILED';
export const allowed = http`200
  Access-Control-Allow-Origin: http://page.test`;
/** A request that passed: CORS is configured on this server. */
export const passed: Recorded = { asked: 'GET https://api.test/ok', answer: allowed };
export const blocked = (answer: Recorded['answer'], part: Partial<Recorded> = {}): Recorded => ({
  asked: 'GET https://api.test/x',
  error: failed,
  ...(answer && { answer }),
  ...part,
});
export const put = (preflight: Recorded['preflight'], part: Partial<Recorded> = {}): Recorded => ({
  asked: 'PUT https://api.test/x',
  error: failed,
  ...(preflight && { preflight }),
  ...part,
});
export const origin = (value: string) => http`200
  Access-Control-Allow-Origin: ${value}`;
export const redirected = (to: string, part: Partial<Recorded> = {}): Recorded => ({
  asked: 'GET https://api.test/x',
  answer: http`302
    Location: ${to}
    Access-Control-Allow-Origin: http://page.test`,
  next: [{ asked: `GET ${to}`, answer: http`200` }],
  error: failed,
  ...part,
});
export const headersRequested = (names: string, list: string, part: Partial<Recorded> = {}): Recorded =>
  put(
    http`204
      Access-Control-Allow-Origin: http://page.test
      Access-Control-Allow-Methods: PUT
      Access-Control-Allow-Headers: ${list}`,
    {
      asks: `Access-Control-Request-Headers: ${names}`,
      call: { credentialsMode: 'same-origin', mode: 'cors', headerNames: names.split(',') },
      ...part,
    },
  );
