import type { Exchange, FetchResponse, Header, SerializedOrigin } from '../engine';
import { askedOf } from './asked';
import { unseenResponse } from './need';
import type { CorsPolicy } from './policy';

const corsHeader = /^access-control-(allow|expose|max)-/i;

/** Returns the CORS headers with which a server under a policy responds to a request of an origin. */
function policyHeaders(
  policy: CorsPolicy,
  origin: SerializedOrigin,
  isPreflight: boolean,
): readonly Header[] {
  const { origins, methods, requestHeaders, exposedHeaders, credentials, maxAgeSeconds } = policy;
  const varies: readonly Header[] = origins === '*' ? [] : [['Vary', 'Origin']];
  if (origins !== '*' && !origins.includes(origin)) return varies;
  const list = (name: string, values: readonly string[]): readonly Header[] =>
    values.length > 0 ? [[name, values.join(', ')]] : [];
  return [
    ['Access-Control-Allow-Origin', origins === '*' ? '*' : origin],
    ...(credentials && origins !== '*' ? [['Access-Control-Allow-Credentials', 'true'] as const] : []),
    ...(isPreflight
      ? [
          ...list('Access-Control-Allow-Methods', methods),
          ...list('Access-Control-Allow-Headers', requestHeaders),
          ...list('Access-Control-Max-Age', maxAgeSeconds === null ? [] : [String(maxAgeSeconds)]),
        ]
      : list('Access-Control-Expose-Headers', exposedHeaders)),
    ...varies,
  ];
}

/**
 * Returns an exchange as it would be if the server had this policy and no other CORS headers. Preflights are
 * answered with 204. Responses that were not observed are supposed to be 200.
 */
export function underPolicy(server: SerializedOrigin, exchange: Exchange, policy: CorsPolicy): Exchange {
  const hops = [...exchange.hops];
  for (const { hop: index, origin, isPreflighted } of askedOf(server, exchange)) {
    const hop = hops[index];
    if (!hop) continue;
    const response = hop.response ?? unseenResponse;
    hops[index] = {
      ...hop,
      preflight: isPreflighted ? { status: 204, headerList: policyHeaders(policy, origin, true) } : null,
      response: withHeaders(response, policyHeaders(policy, origin, false)),
    };
  }
  return { ...exchange, hops };
}

function withHeaders({ status, headerList }: FetchResponse, added: readonly Header[]): FetchResponse {
  return { status, headerList: [...headerList.filter(([name]) => !corsHeader.test(name)), ...added] };
}
