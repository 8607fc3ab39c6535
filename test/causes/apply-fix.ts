import type { Report, ReportExchange } from '../../src/report/model';
import type { CaseAnswer, CaseRequest, CauseCase } from './case';
import type { ServableCase } from './serve';

type Policy = NonNullable<ReportExchange['fix']['policy']>;

/** What a report says to change on the servers of a case. */
export interface AppliedFix {
  /** The definition with changed servers. */
  readonly definition: ServableCase;
  /** What was changed, for people. */
  readonly changes: readonly string[];
}

/** Applies what a report says to change on the servers of a case: policies, and other headers. */
export function applyFix(
  definition: CauseCase,
  { exchanges }: Pick<Report, 'exchanges'>,
  originOf: (name: string) => string,
): AppliedFix {
  const blocked = exchanges.filter(({ preflightFor }) => preflightFor === null);
  const policies = new Map(
    blocked.flatMap(({ fix: { policy } }) => (policy ? [[policy.server, policy]] : [])),
  );
  const others = blocked.flatMap(({ needs, hops }) =>
    needs
      .filter(({ header, purpose, on }) => on === 'response' && isOther(header, purpose))
      .map((need) => ({ ...need, url: hops[need.hop]?.url ?? '' })),
  );
  const servers = Object.fromEntries(
    Object.entries(definition.servers).map(([name, server]) => {
      const origin = originOf(name);
      const policy = policies.get(origin);
      const own = others.filter(({ url }) => url.startsWith(`${origin}/`));
      return [
        name,
        (request, context) => {
          if (policy && isAllowedPreflight(request, policy)) {
            return { status: 204, headers: policyHeaders(request, policy, true) };
          }
          let answer = server(request, context);
          if (policy) answer = withoutCors(answer, policyHeaders(request, policy, false));
          for (const { url, header, has, needs } of own) {
            if (new URL(url).pathname === request.path.split('?')[0])
              answer = withHeader(answer, header, has, needs);
          }
          return answer;
        },
      ] satisfies [string, CauseCase['servers'][string]];
    }),
  );
  return {
    definition: { ...definition, servers },
    changes: [
      ...[...policies.values()].map(({ server }) => `policy of ${server}`),
      ...others.map(({ header, needs }) => `${header}: ${needs}`),
    ],
  };
}

/** A policy has the headers of CORS; all others are named one by one. */
function isOther(header: string, purpose: string): boolean {
  return header !== ':status' && !header.startsWith('Access-Control-') && purpose !== 'read';
}

function isAllowedPreflight({ method, headers }: CaseRequest, policy: Policy): boolean {
  return (
    method === 'OPTIONS' &&
    headers['access-control-request-method'] !== undefined &&
    policy.methods.length + policy.requestHeaders.length > 0 &&
    isOrigin(headers.origin, policy)
  );
}

function isOrigin(origin: string | undefined, { origins }: Policy): boolean {
  return origin !== undefined && (origins.includes('*') || origins.includes(origin));
}

function policyHeaders(
  { headers }: CaseRequest,
  policy: Policy,
  isPreflight: boolean,
): Record<string, string> {
  if (!isOrigin(headers.origin, policy)) return { Vary: 'Origin' };
  const { origins, methods, requestHeaders, exposedHeaders, credentials } = policy;
  return {
    'Access-Control-Allow-Origin': origins.includes('*') ? '*' : (headers.origin ?? ''),
    Vary: 'Origin',
    ...(credentials && { 'Access-Control-Allow-Credentials': 'true' }),
    ...(exposedHeaders.length > 0 && { 'Access-Control-Expose-Headers': exposedHeaders.join(', ') }),
    ...(isPreflight && methods.length > 0 && { 'Access-Control-Allow-Methods': methods.join(', ') }),
    ...(isPreflight &&
      requestHeaders.length > 0 && { 'Access-Control-Allow-Headers': requestHeaders.join(', ') }),
  };
}

function withoutCors(answer: CaseAnswer, added: Record<string, string>): CaseAnswer {
  const kept = Object.entries(answer.headers ?? {}).filter(
    ([name]) => !/^access-control-|^vary$/i.test(name),
  );
  return { ...answer, headers: { ...Object.fromEntries(kept), ...added } };
}

function withHeader(answer: CaseAnswer, name: string, has: string | null, value: string): CaseAnswer {
  const headers = answer.headers ?? {};
  const own = Object.keys(headers).find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
  const before = [headers[own] ?? []].flat();
  const after = before.length > 1 ? before.map((each) => (each === has ? value : each)) : value;
  return { ...answer, headers: { ...headers, [own]: after } };
}
