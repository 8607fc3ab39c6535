import type { Actor } from '../../diagnosis/cause';
import { type Diagnosis, leadingCause } from '../../diagnosis/diagnose';
import { isLocalHost } from '../../diagnosis/local-host';
import {
  type BrowserName,
  chromeRules,
  type Exchange,
  type Explanation,
  explain,
  extractTokens,
  firefoxRules,
  originOf,
  parseUrl,
  type SerializedOrigin,
} from '../../engine';
import type { Sites } from '../../exchange/explained/cookie-context';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';
import { askedOf } from '../../remedy/asked';
import { type GuessedStack, guessStack } from '../../remedy/guess-stack';
import type { Need } from '../../remedy/need';
import {
  type CorsPolicy,
  requiredPolicy,
  type UnsolvedBecause,
  type WantedRequest,
} from '../../remedy/policy';
import { type Excess, excessOf, type PolicyRow, policyRows, servedPolicy } from '../../remedy/served-policy';
import { underPolicy } from '../../remedy/under-policy';
import { needsOf, readingNeedsOf } from './needs-of';
import type { Subject } from './subject';

/** A policy for some requests. */
export interface ScopedPolicy {
  readonly policy: CorsPolicy;
  /** Its headers, as they were recorded and as they have to be. */
  readonly rows: readonly PolicyRow[];
  /** How many requests it lets pass. */
  readonly count: number;
  /** How many requests no policy lets pass, by reason. */
  readonly unsolved: ReadonlyMap<UnsolvedBecause, number>;
}

/** The smallest policies of the server that blocked a request. */
export interface PolicyFix {
  readonly server: SerializedOrigin;
  /** What was requested from it. */
  readonly url: string;
  /** For the request alone. */
  readonly ofRequest: ScopedPolicy;
  /**
   * For all recorded requests to the server that it allows, or that have the same origin. A request of another origin
   * that it blocked may be blocked on purpose.
   */
  readonly ofServer: ScopedPolicy;
  /** What the server allows beyond `ofServer`. */
  readonly excess: readonly Excess[];
  readonly stack: GuessedStack | null;
  readonly place: ServerPlace;
}

/**
 * Where a server is, which makes it likely who can change it.
 *
 * - `same-site`: it is of the page's own site
 * - `this-machine`: it runs on the user's machine, or in the local network
 * - `other-site`: it is of another site
 */
export type ServerPlace = 'same-site' | 'this-machine' | 'other-site';

/** The recording that policies are made from. */
interface PolicyRecording {
  readonly browser: BrowserName;
  readonly exchanges: readonly ExchangeFacts[];
  readonly sites: Pick<Sites, 'relationOf'>;
  verdictOf(facts: ExchangeFacts): Verdict;
}

/** A request with what its fix depends on. */
interface FixableRequest {
  readonly subject: Pick<Subject, 'facts' | 'verdict'>;
  readonly needs: readonly Need[];
  readonly causes: readonly Diagnosis[];
}

/** Who can change the CORS policy of a server. */
const policyMakers: ReadonlySet<Actor> = new Set(['api', 'proxy', 'cdn', 'platform']);

/**
 * Prepares the policies for the requests of a recording. The result returns those with which a request passes, or with
 * which its page can read a header that it needs; null if a CORS policy is not the right fix, or if its cause has to
 * be fixed by somebody else, such as the page.
 */
export function policyFixesIn(recording: PolicyRecording): (request: FixableRequest) => PolicyFix | null {
  const toServer = requestsByServer(recording);
  const known = new Map<string, ForServer>();
  return ({ needs, causes, subject: { facts, verdict } }) => {
    const leading = leadingCause(causes, verdict);
    if (leading && !policyMakers.has(leading.actor)) return null;
    const hidesHeader = causes.some(({ code }) => code.endsWith('-not-exposed'));
    const need = needs.find(({ purpose, header }) =>
      purpose === 'read' ? hidesHeader : purpose === 'pass' && /^(:status|Access-Control-)/.test(header),
    );
    const url = need && facts.hops[need.hop]?.url;
    if (url === undefined) return null;
    const server = originOf(url);
    const own = wantedOf(facts, verdict, server, hidesHeader);
    if (askedOf(server, own.exchange).length === 0) return null;

    const ofRequest = scopedPolicy(server, [own]);
    if (ofRequest.count > 0 && !isEnough(server, own.exchange, ofRequest.policy)) return null;
    const requests = toServer(server);
    const { origin } = own.exchange;
    // Requests of one origin have the same policy, unless one of them needs more than the others.
    const key = requests.has(facts.id) && !hidesHeader ? `${server} ${origin}` : null;
    const all = () => {
      const counted = [...requests.values()].filter(
        ({ isAllowed, wanted }) => isAllowed || wanted.exchange.origin === origin,
      );
      if (key !== null) return counted.map(({ wanted }) => wanted);
      return [own, ...counted.filter(({ id }) => id !== facts.id).map(({ wanted }) => wanted)];
    };
    const forServer = (key !== null && known.get(key)) || solveFor(server, all());
    if (key !== null) known.set(key, forServer);
    return { server, url, ofRequest, ...forServer, place: placeOf(server, origin, recording.sites) };
  };
}

function placeOf(
  server: SerializedOrigin,
  origin: SerializedOrigin,
  { relationOf }: Pick<Sites, 'relationOf'>,
): ServerPlace {
  if (isLocalHost(parseUrl(server)?.hostname ?? '')) return 'this-machine';
  return relationOf(origin, server) === 'cross-site' ? 'other-site' : 'same-site';
}

/** What is the same for all requests of an origin to a server. */
type ForServer = Pick<PolicyFix, 'ofServer' | 'excess' | 'stack'>;

function solveFor(server: SerializedOrigin, all: readonly WantedRequest[]): ForServer {
  const ofServer = scopedPolicy(server, all);
  return {
    ofServer,
    excess: excessOf(servedPolicy(server, all), ofServer.policy),
    stack: guessStack(all.flatMap(({ exchange }) => responsesOf(exchange.hops, server))),
  };
}

/** A recorded request to a server that it allows, or that a policy can let pass. */
interface ToServer {
  readonly id: string;
  readonly isAllowed: boolean;
  readonly wanted: WantedRequest;
}

/** Returns the requests to a server, which are looked for once, when the first are asked for. */
function requestsByServer({ browser, exchanges, verdictOf }: PolicyRecording) {
  let factsOf: ReadonlyMap<SerializedOrigin, readonly ExchangeFacts[]> | null = null;
  const found = new Map<SerializedOrigin, ReadonlyMap<string, ToServer>>();
  return (server: SerializedOrigin): ReadonlyMap<string, ToServer> => {
    factsOf ??= byServer(exchanges);
    const known = found.get(server);
    if (known) return known;
    const listed = (factsOf.get(server) ?? []).flatMap((facts): readonly ToServer[] => {
      const verdict = verdictOf(facts);
      const isAllowed = verdict.outcome === 'allowed';
      if (!isAllowed && needsOf(verdict, browser).length === 0) return [];
      const isAsking = askedOf(server, verdict.exchange).length > 0;
      return isAsking ? [{ id: facts.id, isAllowed, wanted: wantedOf(facts, verdict, server, false) }] : [];
    });
    const requests = new Map(listed.map((request) => [request.id, request]));
    found.set(server, requests);
    return requests;
  };
}

function byServer(exchanges: readonly ExchangeFacts[]) {
  const found = new Map<SerializedOrigin, ExchangeFacts[]>();
  for (const facts of exchanges) {
    if (facts.preflightFor) continue;
    for (const server of new Set(facts.hops.map(({ url }) => originOf(url)))) {
      const list = found.get(server);
      if (list) list.push(facts);
      else found.set(server, [facts]);
    }
  }
  return found;
}

/** Whether both browsers let the request pass under the policy, as far as CORS decides. */
function isEnough(server: SerializedOrigin, exchange: Exchange, policy: CorsPolicy): boolean {
  const proven = underPolicy(server, exchange, policy);
  return [chromeRules, firefoxRules].every((rules) => !isRefused(explain(proven, rules), server, proven));
}

/** Whether the rules of CORS still refuse a response of the server. */
function isRefused({ findings }: Explanation, server: SerializedOrigin, { hops }: Exchange): boolean {
  return findings.some(
    ({ severity, hop, code }) =>
      severity === 'error' && /^(preflight|allow)-/.test(code) && originOf(hops[hop]?.url ?? '') === server,
  );
}

/** A request that should pass, with the headers that its page can read already, and those that are hidden from it. */
function wantedOf(
  facts: ExchangeFacts,
  verdict: Verdict,
  server: SerializedOrigin,
  showsHidden: boolean,
): WantedRequest {
  const { exchange } = verdict;
  const name = 'Access-Control-Expose-Headers';
  const lists = responsesOf(exchange.hops, server).map((headerList) => extractTokens(headerList, name));
  const exposed = lists.flatMap((list) => (list === null || list === 'failure' ? [] : list));
  const hidden = showsHidden
    ? readingNeedsOf(facts, verdict).flatMap(({ required }) => required.split(', '))
    : [];
  return { exchange, exposedHeaders: [...exposed, ...hidden].filter((item) => item !== '*') };
}

function responsesOf(hops: WantedRequest['exchange']['hops'], server: SerializedOrigin) {
  return hops
    .filter(({ url }) => originOf(url) === server)
    .flatMap(({ preflight, response }) =>
      [preflight, response].flatMap((each) => (each ? [each.headerList] : [])),
    );
}

function scopedPolicy(server: SerializedOrigin, wanted: readonly WantedRequest[]): ScopedPolicy {
  const { policy, unsolved } = requiredPolicy(server, wanted);
  const counts = new Map<UnsolvedBecause, number>();
  for (const because of unsolved.values()) counts.set(because, (counts.get(because) ?? 0) + 1);
  const rows = policyRows(server, wanted, policy);
  return { policy, rows, count: wanted.length - unsolved.size, unsolved: counts };
}
