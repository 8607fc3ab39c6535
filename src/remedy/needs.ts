import {
  type BrowserRules,
  type Exchange,
  type Explanation,
  explain,
  extractTokens,
  type FetchResponse,
  getHeader,
  type Header,
  type HeaderList,
  type Hop,
  isToken,
  type LocatedFinding,
  parseUrl,
  serializeRequestOrigin,
} from '../engine';

/** A header that must change, with its current and its required value. */
export interface Need {
  readonly hop: number;
  readonly on: 'response' | 'preflight';
  /** A header's name, or `:status` for the status code. */
  readonly header: string;
  /** null if the header is missing. */
  readonly current: string | null;
  readonly required: string;
}

const maxRounds = 24;

/**
 * Returns the smallest change of response headers that lets the exchange pass, verified by running the rules
 * again. Empty if it passes already or if no header can fix it.
 */
export function needs(exchange: Exchange, rules: BrowserRules): readonly Need[] {
  const found = new Map<string, Need>();
  let mended = exchange;
  for (let round = 0; round < maxRounds; round++) {
    const explanation = explain(mended, rules);
    if (explanation.failsAt === null) return [...found.values()];
    const changes = changesFor(mended, explanation);
    if (changes.length === 0) return [];
    for (const change of changes) {
      mended = withChange(mended, change);
      const key = `${change.hop} ${change.on} ${change.header}`;
      found.set(key, { ...change, current: found.get(key)?.current ?? change.current });
    }
  }
  return [];
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
    hop: finding.hop,
    on,
    header,
    current: header === ':status' ? String(response.status) : getHeader(response.headerList, header),
    required: value,
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

/** Returns the exchange with the changed response. */
export function withChange(exchange: Exchange, { hop: index, on, header, required: value }: Need): Exchange {
  const hop = exchange.hops[index];
  const response = on === 'preflight' ? hop?.preflight : hop?.response;
  if (!hop || !response) return exchange;
  const changed: FetchResponse =
    header === ':status'
      ? { ...response, status: Number(value) }
      : { ...response, headerList: withHeader(response.headerList, [header, value]) };
  return { ...exchange, hops: exchange.hops.with(index, { ...hop, [on]: changed }) };
}

function withHeader(list: HeaderList, [name, value]: Header): HeaderList {
  const others = list.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  return [...others, [name, value]];
}
