import {
  type BrowserName,
  browserRules,
  type Exchange,
  explain,
  extractTokens,
  type FetchResponse,
  getHeader,
  type Hop,
  headerValues,
  parseUrl,
  preflightHeaders,
} from '../../engine';
import type { PolicyRule } from '../../prose/cli-codes';
import type { PolicyFile } from './policy-file';
import { send } from './send';

/** The result of one check. */
export interface PolicyCheck {
  readonly rule: PolicyRule;
  readonly isKept: boolean;
  /** The request: method, path, and the origin, or null without one. */
  readonly method: string;
  readonly path: string;
  readonly origin: string | null;
  /** What decided: a header as it was sent, or what is missing. */
  readonly got: string;
}

const browsers: readonly BrowserName[] = ['chrome', 'firefox'];
/** A method and a header that no policy lists. */
const unlisted = { method: 'CORSCOPE', header: 'x-corscope-unlisted' } as const;

/** Holds a running server against a policy. Only GET, OPTIONS and no other method are sent. @throws UsageError */
export async function holdPolicy(server: string, policy: PolicyFile): Promise<readonly PolicyCheck[]> {
  const checks: PolicyCheck[] = [];
  const { origins, routes, errors } = policy;
  const allowed = origins === '*' ? ['https://corscope-any.example'] : origins;
  for (const path of [...routes, ...errors]) {
    const url = urlOf(server, path);
    for (const origin of allowed) {
      checks.push(
        ...checkResponse(await send('GET', url, headersFrom(origin)), { path, origin, url }, policy),
      );
    }
    for (const origin of refusedOf(policy)) {
      const response = await send('GET', url, headersFrom(origin));
      checks.push(...checkRefusal(response, { path, origin, method: 'GET' }, policy));
    }
    if (origins !== '*') {
      const response = await send('GET', url, [['Accept', '*/*']]);
      checks.push(vary(response, { path, origin: null, method: 'GET' }));
    }
  }
  for (const path of routes) {
    const url = urlOf(server, path);
    const ask = (method: string, names: readonly string[], origin: string) =>
      send('OPTIONS', url, [...preflightHeaders({ method, unsafeHeaderNames: names }), ['Origin', origin]]);
    for (const origin of allowed) {
      const place = { path, origin, url };
      for (const method of policy.methods.length > 0
        ? policy.methods
        : policy.headers.length > 0
          ? ['GET']
          : []) {
        const response = await ask(method, policy.headers, origin);
        checks.push(
          preflight(response, method, policy.headers, place, policy),
          ...ofPreflight(response, place, policy),
        );
      }
      const more = await ask(unlisted.method, [], origin);
      checks.push({
        ...({ rule: 'no-more-methods', method: unlisted.method, path, origin } as const),
        isKept: !passes(more, unlisted.method, [], place, policy.credentials),
        got: line(more, 'Access-Control-Allow-Methods'),
      });
      const header = await ask('GET', [unlisted.header], origin);
      checks.push({
        ...({ rule: 'no-more-headers', method: 'GET', path, origin } as const),
        isKept: !passes(header, 'GET', [unlisted.header], place, policy.credentials),
        got: line(header, 'Access-Control-Allow-Headers'),
      });
    }
    for (const origin of refusedOf(policy)) {
      const response = await ask(policy.methods[0] ?? 'PUT', policy.headers, origin);
      checks.push(...checkRefusal(response, { path, origin, method: 'OPTIONS' }, policy));
    }
  }
  return checks;
}

interface Place {
  readonly path: string;
  readonly origin: string;
  readonly url: string;
}

const headersFrom = (origin: string) => [['Accept', '*/*'] as const, ['Origin', origin] as const];

function urlOf(server: string, path: string): string {
  return new URL(path, server).href;
}

/** Returns the origins that must be refused: those named, and some that careless comparisons let through. */
function refusedOf({ origins, refused }: PolicyFile): readonly string[] {
  if (origins === '*') return refused;
  const similar = origins.slice(0, 1).flatMap((origin) => {
    const { protocol, host } = parseUrl(origin) ?? { protocol: '', host: '' };
    return [
      `${protocol}//${host}.corscope-evil.example`,
      `${protocol}//corscope-evil${host.replace(/:\d+$/, '')}`,
      ...(protocol === 'https:' ? [`http://${host}`] : []),
    ];
  });
  const all = [...refused, 'https://corscope-evil.example', 'null', ...similar];
  return [...new Set(all)].filter((origin) => !origins.includes(origin));
}

/** Returns the checks of a response to an allowed origin. */
function checkResponse(
  response: FetchResponse,
  { path, origin, url }: Place,
  policy: PolicyFile,
): readonly PolicyCheck[] {
  const { credentials, exposed, origins, errors } = policy;
  const about = { method: 'GET', path, origin } as const;
  const isRead = (include: boolean) => fits([hopOf(url, 'GET', [], null, response)], origin, include);
  const listed = extractTokens(response.headerList, 'Access-Control-Expose-Headers');
  const names = (listed === 'failure' ? [] : (listed ?? [])).map((name) => name.toLowerCase());
  const missing = exposed.filter(
    (name) => !names.includes(name.toLowerCase()) && !(names.includes('*') && !credentials),
  );
  const allow = line(response, 'Access-Control-Allow-Origin');
  return [
    {
      ...about,
      rule: errors.includes(path) ? 'allows-errors' : 'allows',
      isKept: isRead(credentials),
      got: `${response.status}, ${allow}`,
    },
    ...(credentials
      ? [
          {
            ...about,
            rule: 'credentials' as const,
            isKept: isRead(true),
            got: line(response, 'Access-Control-Allow-Credentials'),
          },
        ]
      : [
          {
            ...about,
            rule: 'no-credentials' as const,
            isKept: getHeader(response.headerList, 'Access-Control-Allow-Credentials') !== 'true',
            got: line(response, 'Access-Control-Allow-Credentials'),
          },
        ]),
    ...(exposed.length > 0 && !errors.includes(path)
      ? [
          {
            ...about,
            rule: 'exposes' as const,
            isKept: missing.length === 0,
            got: line(response, 'Access-Control-Expose-Headers'),
          },
        ]
      : []),
    ...(origins === '*' ? [] : [vary(response, about)]),
  ];
}

function checkRefusal(
  response: FetchResponse,
  about: Pick<PolicyCheck, 'method' | 'path' | 'origin'>,
  { origins }: PolicyFile,
): readonly PolicyCheck[] {
  const allow = headerValues(response.headerList, 'Access-Control-Allow-Origin');
  const isRefused = !allow.some((value) => value === '*' || value === about.origin);
  const check: PolicyCheck = {
    ...about,
    rule: 'refuses',
    isKept: isRefused,
    got: line(response, 'Access-Control-Allow-Origin'),
  };
  return origins === '*' || about.method === 'OPTIONS' ? [check] : [check, vary(response, about)];
}

/** A cache must not give the response for one origin to another, if it may keep it. */
function vary(response: FetchResponse, about: Pick<PolicyCheck, 'method' | 'path' | 'origin'>): PolicyCheck {
  const names = extractTokens(response.headerList, 'Vary');
  const isKept =
    !mayBeStored(response) ||
    (names !== 'failure' && (names ?? []).some((name) => name === '*' || name.toLowerCase() === 'origin'));
  return { ...about, rule: 'varies', isKept, got: line(response, 'Vary') };
}

/**
 * Whether caches may keep a response and use it again.
 *
 * @see https://httpwg.org/specs/rfc9111.html#heuristic.freshness
 */
function mayBeStored({ status, headerList }: FetchResponse): boolean {
  const control = headerValues(headerList, 'Cache-Control').join(',').toLowerCase();
  if (/(^|[\s,])no-store\b/.test(control)) return false;
  const isByDefault = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501].includes(status);
  return isByDefault || /max-age=[1-9]|public/.test(control) || getHeader(headerList, 'Expires') !== null;
}

function preflight(
  response: FetchResponse,
  method: string,
  names: readonly string[],
  place: Place,
  { credentials }: PolicyFile,
): PolicyCheck {
  const headers = [
    'Access-Control-Allow-Origin',
    'Access-Control-Allow-Methods',
    'Access-Control-Allow-Headers',
  ];
  return {
    ...({ rule: 'preflight', method, path: place.path, origin: place.origin } as const),
    isKept: passes(response, method, names, place, credentials),
    got: [response.status, ...headers.map((name) => line(response, name))].join(', '),
  };
}

function ofPreflight(
  response: FetchResponse,
  { path, origin }: Place,
  { maxAgeSeconds }: PolicyFile,
): readonly PolicyCheck[] {
  if (maxAgeSeconds === null) return [];
  const got = getHeader(response.headerList, 'Access-Control-Max-Age');
  const isKept = got !== null && /^\d+$/.test(got) && Number(got) === maxAgeSeconds;
  return [
    {
      rule: 'max-age',
      method: 'OPTIONS',
      path,
      origin,
      isKept,
      got: line(response, 'Access-Control-Max-Age'),
    },
  ];
}

/** Whether both browsers would send the request after this response to its preflight. */
function passes(
  response: FetchResponse,
  method: string,
  names: readonly string[],
  { url, origin }: Place,
  credentials: boolean,
): boolean {
  return fits([hopOf(url, method, names, response, null)], origin, credentials);
}

function fits(hops: readonly Hop[], origin: string, include: boolean): boolean {
  const credentialsMode = include ? 'include' : 'same-origin';
  const exchange: Exchange = { origin, mode: 'cors', credentialsMode, redirectMode: 'follow', hops };
  return browsers.every((name) => explain(exchange, browserRules[name]).failsAt === null);
}

function hopOf(
  url: string,
  method: string,
  unsafeHeaderNames: readonly string[],
  answer: FetchResponse | null,
  response: FetchResponse | null,
): Hop {
  return {
    ...{ url, method, unsafeHeaderNames, useCorsPreflight: false },
    ...{ sentOrigin: null, preflightOrigin: null, preflight: answer, response },
  };
}

function line({ headerList }: FetchResponse, name: string): string {
  const values = headerValues(headerList, name);
  return values.length === 0 ? `${name}: –` : values.map((value) => `${name}: ${value}`).join(', ');
}
