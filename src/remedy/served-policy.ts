import {
  extractTokens,
  type FetchResponse,
  getHeader,
  isCorsSafelistedMethod,
  type SerializedOrigin,
} from '../engine';
import { askedOf } from './asked';
import type { CorsPolicy, WantedRequest } from './policy';

/** What the recorded responses of a server allow, all together. */
export interface ServedPolicy {
  /** The values of Access-Control-Allow-Origin, each once, in order of appearance. */
  readonly origins: readonly string[];
  /** Without those that need no permission; `*` as it is. */
  readonly methods: readonly string[];
  /** In lower case; `*` as it is. */
  readonly requestHeaders: readonly string[];
  readonly credentials: boolean;
}

/** The parts of a policy that can allow more than is needed. */
export type ExcessKind =
  | 'any-origin'
  | 'null-origin'
  | 'other-origin'
  | 'credentials'
  | 'any-method'
  | 'method'
  | 'any-request-header'
  | 'request-header';

/** What a server allows although no recorded request needs it. */
export interface Excess {
  readonly kind: ExcessKind;
  /** The origins, methods or header names; empty where the kind says it all. */
  readonly values: readonly string[];
}

/** A header of a policy: the values that were recorded, and the one that is required. */
export interface PolicyRow {
  /** A header's name, or `:status` for the status of responses to preflights. */
  readonly header: string;
  /** Each value once, in order of appearance; null for a response without the header. Empty if none was recorded. */
  readonly current: readonly (string | null)[];
  /** What it has to be; null if it is not needed. Several allowed origins are separated by spaces. */
  readonly required: string | null;
}

/** Returns what the recorded responses of a server to requests of other origins allow. */
export function servedPolicy(server: SerializedOrigin, requests: readonly WantedRequest[]): ServedPolicy {
  const { preflights, responses } = responsesOf(server, requests);
  const all = [...preflights, ...responses];
  const origins = all.flatMap(({ headerList }) => getHeader(headerList, 'Access-Control-Allow-Origin') ?? []);
  return {
    origins: [...new Set(origins)],
    methods: tokens(preflights, 'Access-Control-Allow-Methods').filter(
      (method) => !isCorsSafelistedMethod(method),
    ),
    requestHeaders: distinct(
      tokens(preflights, 'Access-Control-Allow-Headers').map((name) => name.toLowerCase()),
    ),
    credentials: all.some(
      ({ headerList }) => getHeader(headerList, 'Access-Control-Allow-Credentials') === 'true',
    ),
  };
}

/**
 * Returns what a server allows beyond the policy that the recorded requests need. Exposed headers are left out,
 * because a recording does not show which headers a script reads.
 */
export function excessOf(served: ServedPolicy, required: CorsPolicy): readonly Excess[] {
  const { origins } = required;
  const others = origins === '*' ? [] : served.origins.filter((origin) => !origins.includes(origin));
  const methods = served.methods.filter((method) => !required.methods.includes(method));
  const names = served.requestHeaders.filter((name) => !required.requestHeaders.includes(name));
  const any = (kind: ExcessKind, list: readonly string[]): readonly Excess[] =>
    list.includes('*') ? [{ kind, values: [] }] : [];
  const some = (kind: ExcessKind, list: readonly string[]): readonly Excess[] => {
    const values = list.filter((value) => value !== '*' && value !== 'null');
    return values.length > 0 ? [{ kind, values }] : [];
  };
  return [
    ...any('any-origin', others),
    ...(served.origins.includes('null') ? [{ kind: 'null-origin', values: [] } as const] : []),
    ...some('other-origin', others),
    ...(served.credentials && !required.credentials ? [{ kind: 'credentials', values: [] } as const] : []),
    ...any('any-method', methods),
    ...some('method', methods),
    ...any('any-request-header', names),
    ...some('request-header', names),
  ];
}

/**
 * Returns the headers of a server's policy, as they were recorded and as they have to be. Access-Control-Max-Age is
 * not one of them, because no request needs it to pass.
 */
export function policyRows(
  server: SerializedOrigin,
  requests: readonly WantedRequest[],
  required: CorsPolicy,
): readonly PolicyRow[] {
  const { preflights, responses } = responsesOf(server, requests);
  const all = [...preflights, ...responses];
  const { origins, methods, requestHeaders, exposedHeaders, credentials } = required;
  const row = (header: string, of: readonly FetchResponse[], value: string | null): PolicyRow => ({
    header,
    current: distinct(of.map(({ headerList }) => getHeader(headerList, header))),
    required: value,
  });
  const list = (values: readonly string[]) => (values.length > 0 ? values.join(', ') : null);
  const rows = [
    row('Access-Control-Allow-Origin', all, origins === '*' ? '*' : origins.join(' ') || null),
    row('Access-Control-Allow-Credentials', all, credentials ? 'true' : null),
    {
      header: ':status',
      current: distinct(preflights.map(({ status }) => String(status))),
      required: preflights.some(({ status }) => status < 200 || status > 299) ? '204' : null,
    },
    row('Access-Control-Allow-Methods', preflights, list(methods)),
    row('Access-Control-Allow-Headers', preflights, list(requestHeaders)),
    row('Access-Control-Expose-Headers', responses, list(exposedHeaders)),
    row('Vary', all, origins === '*' ? null : 'Origin'),
  ];
  return rows.filter(({ header, required: value }) => value !== null || header.startsWith('Access-'));
}

function responsesOf(server: SerializedOrigin, requests: readonly WantedRequest[]) {
  const hops = requests.flatMap(({ exchange }) =>
    askedOf(server, exchange).flatMap(({ hop }) => exchange.hops[hop] ?? []),
  );
  return {
    preflights: hops.flatMap(({ preflight }) => preflight ?? []),
    responses: hops.flatMap(({ response }) => response ?? []),
  };
}

function tokens(responses: readonly FetchResponse[], name: string): readonly string[] {
  return distinct(
    responses.flatMap(({ headerList }) => {
      const found = extractTokens(headerList, name);
      return found === null || found === 'failure' ? [] : found;
    }),
  );
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
