import type { PreflightedRequest } from './cors-preflight-fetch';
import type { HeaderList } from './model';

/**
 * Returns the headers that a CORS-preflight request sends to announce its request.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function preflightHeaders({
  method,
  unsafeHeaderNames,
}: Pick<PreflightedRequest, 'method' | 'unsafeHeaderNames'>): HeaderList {
  const asks: HeaderList = [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', method],
  ];
  if (unsafeHeaderNames.length === 0) return asks;
  return [...asks, ['Access-Control-Request-Headers', unsafeHeaderNames.join(',')]];
}
