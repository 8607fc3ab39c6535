import {
  type BrowserRules,
  type Exchange,
  type Explanation,
  explain,
  extractTokens,
  type FetchResponse,
  getHeader,
  type Hop,
  isToken,
  type LocatedFinding,
  parseUrl,
  serializeRequestOrigin,
} from '../engine';
import { type Need, unseenResponse, withChange } from './need';
import { otherFix } from './other-fix';

const maxRounds = 24;

/**
 * Returns the smallest change of response headers that lets the exchange pass, verified by running the rules
 * again. If its preflight fails, the changes include those that its response needs unless it has the headers
 * already. Empty if it passes already, or if headers are not the right fix.
 */
export function needs(exchange: Exchange, rules: BrowserRules): readonly Need[] {
  const found = new Map<string, Need>();
  let changed = exchange;
  for (let round = 0; round < maxRounds; round++) {
    const explanation = explain(changed, rules);
    if (explanation.failsAt === null) {
      const next = withUnseenResponse(changed, [...found.values()]);
      if (next === null) return [...found.values()];
      changed = next;
      continue;
    }
    if (explanation.findings.some((finding) => otherFix(changed, finding) !== null)) return [];
    const changes = changesFor(changed, explanation);
    if (changes.length === 0) return [];
    for (const change of changes) {
      changed = withChange(changed, change);
      const key = `${change.hop} ${change.on} ${change.header}`;
      const isSeen = change.on === 'preflight' || exchange.hops[change.hop]?.response != null;
      found.set(key, { ...change, isSeen, current: found.get(key)?.current ?? change.current });
    }
  }
  return [];
}

/** Adds the response that a failed preflight prevented; null if there is none. */
function withUnseenResponse(exchange: Exchange, found: readonly Need[]): Exchange | null {
  const index = exchange.hops.findIndex(
    ({ response }, hop) => response === null && found.some((need) => need.hop === hop),
  );
  const hop = exchange.hops[index];
  return hop ? { ...exchange, hops: exchange.hops.with(index, { ...hop, response: unseenResponse }) } : null;
}

function changesFor(exchange: Exchange, { findings }: Explanation): readonly Need[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.flatMap((finding) => {
    const hop = exchange.hops[finding.hop];
    const change = hop && changeFor(exchange, hop, finding);
    return change ? [change] : [];
  });
}

function changeFor(exchange: Exchange, hop: Hop, finding: LocatedFinding): Need | null {
  const on = finding.on === 'preflight' ? 'preflight' : 'response';
  const response = on === 'preflight' ? hop.preflight : hop.response;
  if (!response) return null;
  const change = (header: string, value: string): Need => ({
    purpose: 'pass',
    hop: finding.hop,
    on,
    header,
    current: header === ':status' ? String(response.status) : getHeader(response.headerList, header),
    required: value,
    isSeen: true,
  });
  const code = finding.code.replace(/^preflight-(?=allow-(origin|credentials))/, '');
  if (code.startsWith('allow-origin-')) {
    return change('Access-Control-Allow-Origin', allowedOrigin(exchange, finding));
  }
  if (code.startsWith('allow-credentials-')) return change('Access-Control-Allow-Credentials', 'true');
  switch (code) {
    case 'preflight-status':
    case 'preflight-redirect':
      return change(':status', '204');
    case 'preflight-allow-methods-invalid':
      return isToken(hop.method) ? change('Access-Control-Allow-Methods', hop.method) : null;
    case 'preflight-allow-headers-invalid':
      return change('Access-Control-Allow-Headers', hop.unsafeHeaderNames.join(', '));
    case 'preflight-method-not-allowed':
      // A list cannot contain a method that is not a token; it would parse as two methods or as none.
      return isToken(hop.method)
        ? change(
            'Access-Control-Allow-Methods',
            added(response, 'Access-Control-Allow-Methods', [hop.method]),
          )
        : null;
    case 'preflight-header-not-allowed': {
      const names = (finding.evidence.missingNames ?? '').split(',').filter(Boolean);
      return change('Access-Control-Allow-Headers', added(response, 'Access-Control-Allow-Headers', names));
    }
    case 'redirect-with-credentials': {
      const location = finding.evidence.locationUrl;
      const bare = location && withoutUserinfo(location);
      return bare ? change('Location', bare) : null;
    }
    default:
      return null;
  }
}

/**
 * Returns the origin to allow: the requesting one, or `*` for an opaque origin without credentials, never
 * `null`.
 */
function allowedOrigin(exchange: Exchange, { hop, evidence }: LocatedFinding): string {
  const urlList = exchange.hops.slice(0, hop + 1).map(({ url }) => url);
  const asked = evidence.requestOrigin ?? serializeRequestOrigin({ ...exchange, urlList });
  return asked === 'null' && exchange.credentialsMode !== 'include' ? '*' : asked;
}

/** Returns a header's list with more items. `*` is dropped because it did not help. */
function added({ headerList }: FetchResponse, name: string, items: readonly string[]): string {
  const listed = extractTokens(headerList, name);
  const kept = listed === null || listed === 'failure' ? [] : listed.filter((item) => item !== '*');
  return [...kept, ...items].join(', ');
}

function withoutUserinfo(url: string): string | null {
  const parsed = parseUrl(url);
  if (!parsed) return null;
  const { protocol, host, href } = parsed;
  const afterHost = href.slice(href.indexOf(host, href.indexOf('@')) + host.length);
  return `${protocol}//${host}${afterHost}`;
}
