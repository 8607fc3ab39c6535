import type { Actor } from '../../diagnosis/cause';
import { leadingCause } from '../../diagnosis/diagnose';
import {
  chromeRules,
  type Exchange,
  type Explanation,
  explain,
  extractTokens,
  firefoxRules,
  originOf,
  type SerializedOrigin,
} from '../../engine';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';
import { askedOf } from '../../remedy/asked';
import { type GuessedStack, guessStack } from '../../remedy/guess-stack';
import {
  type CorsPolicy,
  requiredPolicy,
  type UnsolvedBecause,
  type WantedRequest,
} from '../../remedy/policy';
import { type Excess, excessOf, type PolicyRow, policyRows, servedPolicy } from '../../remedy/served-policy';
import { underPolicy } from '../../remedy/under-policy';
import type { ExplainableRecording, ExplainedExchange } from './explain-exchanges';
import { needsOf, readingNeedsOf } from './needs-of';

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
}

type PolicyRecording = Pick<ExplainableRecording, 'browser' | 'exchanges' | 'verdictOf'>;
type Explained = Pick<ExplainedExchange, 'needs' | 'causes' | 'subject'>;

/** Who can change the CORS policy of a server. */
const policyMakers: ReadonlySet<Actor> = new Set(['api', 'proxy', 'cdn', 'platform']);

/**
 * Returns the policies with which a request passes, or with which its page can read a header that it needs; null
 * if a CORS policy is not the right fix, or if its cause has to be fixed by somebody else, such as the page.
 */
export function policyFixOf(
  { needs, causes, subject: { facts, verdict } }: Explained,
  { browser, exchanges, verdictOf }: PolicyRecording,
): PolicyFix | null {
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

  const others = exchanges.flatMap((other) => {
    const isOfServer = other.hops.some((hop) => originOf(hop.url) === server);
    if (other.id === facts.id || other.preflightFor || !isOfServer) return [];
    const judged = verdictOf(other);
    const { outcome, exchange } = judged;
    const isOwnOrigin = exchange.origin === own.exchange.origin;
    const isWanted = outcome === 'allowed' || (isOwnOrigin && needsOf(judged, browser).length > 0);
    return isWanted && askedOf(server, exchange).length > 0 ? [wantedOf(other, judged, server, false)] : [];
  });
  const all = [own, ...others];
  const ofRequest = scopedPolicy(server, [own]);
  const proven = underPolicy(server, own.exchange, ofRequest.policy);
  const isSolved = [chromeRules, firefoxRules].every(
    (rules) => !isRefused(explain(proven, rules), server, proven),
  );
  if (ofRequest.count > 0 && !isSolved) return null;
  const ofServer = scopedPolicy(server, all);
  return {
    server,
    ofRequest,
    ofServer,
    excess: excessOf(servedPolicy(server, all), ofServer.policy),
    stack: guessStack(all.flatMap(({ exchange }) => responsesOf(exchange.hops, server))),
  };
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
