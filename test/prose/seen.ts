import type { AskedQuestion } from '../../src/diagnosis/answers';
import { type Diagnosis, openDiagnosis } from '../../src/diagnosis/diagnose';
import { type BrowserName, browserRules, type FetchResponse } from '../../src/engine';
import { judge } from '../../src/exchange/verdict/judge';
import type { Verdict } from '../../src/exchange/verdict/verdict';
import type { ClosedBecause, ExchangeFacts, HopFacts } from '../../src/protocol/facts';
import { redactRecording } from '../../src/recording/redaction/redact';
import type { Redaction } from '../../src/recording/redaction/rules';
import { clientFixesIn } from '../../src/recording/requests/client-fixes';
import type { ClientFix } from '../../src/remedy/client-fixes';
import type { Need } from '../../src/remedy/need';
import { needs } from '../../src/remedy/needs';
import { exchangeFacts, hopFacts } from '../support/facts';
import { headers } from '../support/http';

/** One request of a chain as a test words it: the headers sent and the response, as on the wire. */
export interface SeenHop {
  readonly url?: string;
  readonly method?: string;
  readonly sent?: string;
  readonly answer?: FetchResponse;
  readonly to?: string;
  readonly preflight?: { readonly asks: string; readonly answer?: FetchResponse; readonly error?: string };
}

/** What was seen of one exchange, changed where it matters. */
export interface Seen {
  readonly browser?: BrowserName;
  readonly type?: string;
  readonly origin?: string | null;
  readonly initiator?: ExchangeFacts['initiator'];
  readonly hops?: readonly SeenHop[];
  /** Nothing more came after the headers. */
  readonly isOpen?: boolean;
  readonly error?: string;
  readonly closed?: ClosedBecause;
  /** What is left out before it is judged; nothing, unless it says so. */
  readonly redaction?: Redaction;
}

/** Facts, the verdict on them and what would mend it. */
export interface Judged {
  readonly facts: ExchangeFacts;
  readonly verdict: Verdict;
  readonly needs: readonly Need[];
  readonly cachedAnswer: null;
  readonly causes: readonly Diagnosis[];
  readonly questions: readonly AskedQuestion[];
  readonly clientFixes: readonly ClientFix[];
  /** The verdict on the first preflight, where there is one. */
  readonly preflight: { readonly facts: ExchangeFacts; readonly verdict: Verdict } | null;
}

const pageOrigin = 'http://page.test';
const apiUrl = 'http://api.test/data?token=hunter2';

/** The verdict of a browser on what was seen. */
export function judged({ browser = 'chrome', redaction = 'everything', ...seen }: Seen): Judged {
  const recorded = new Map<string, ExchangeFacts>();
  const whole = toFacts(seen, recorded);
  const [facts = whole, ...others] = redactRecording(
    {
      page: { url: '', title: null, frames: [] },
      exchanges: [whole, ...recorded.values()],
      pageEvents: [],
      audit: null,
      stars: [],
      storedCookies: null,
    },
    redaction,
  ).exchanges;
  const exchanges = new Map(others.map((other) => [other.id, other]));
  const lookup = (id: string) => exchanges.get(id);
  const verdict = judge(facts, browser, lookup);
  const first = facts.hops.find((hop) => hop.preflight !== null)?.preflight;
  const preflight = first ? exchanges.get(first)! : null;
  const { causesOf, questionsOf } = openDiagnosis({
    exchanges: [...exchanges.values(), facts],
    lookup,
    verdictOf: (each) => judge(each, browser, lookup),
  });
  const causes = causesOf(facts);
  return {
    facts,
    verdict,
    needs: needs(verdict.exchange, browserRules[browser]),
    cachedAnswer: null,
    causes,
    clientFixes: clientFixesIn([...exchanges.values(), facts])({ subject: { facts, verdict }, causes }),
    questions: questionsOf(facts),
    preflight: preflight && { facts: preflight, verdict: judge(preflight, browser, lookup) },
  };
}

function toFacts(
  seen: Omit<Seen, 'browser' | 'redaction'>,
  exchanges: Map<string, ExchangeFacts>,
): ExchangeFacts {
  const { type = 'xmlhttprequest', origin = pageOrigin, initiator = 'document', hops = [{}] } = seen;
  const base = { initiator, type, origin, startedAtMs: 0 };
  const seenHops = hops.map((hop, index) => {
    const preflight = hop.preflight ? `preflight-${index}` : null;
    if (hop.preflight && preflight) {
      const { asks, answer, error } = hop.preflight;
      const asking = toHop({ ...hop, method: 'OPTIONS', sent: asks, ...(answer ? { answer } : {}) }, null);
      const preflightFacts = exchangeFacts([asking], {
        ...base,
        id: preflight,
        requestId: preflight,
        end: error
          ? { how: 'failed', atMs: 1, error }
          : answer
            ? { how: 'completed', atMs: 1, status: answer.status }
            : null,
        preflightFor: { exchange: 'request', hop: index },
      });
      exchanges.set(preflight, preflightFacts);
    }
    return toHop(hop, preflight);
  });
  const status = seenHops.at(-1)?.response?.status;
  const facts = exchangeFacts(seenHops, {
    ...base,
    id: 'request',
    requestId: 'request',
    end: seen.error
      ? { how: 'failed', atMs: 2, error: seen.error }
      : seen.closed
        ? { how: 'closed', atMs: 2, because: seen.closed }
        : seen.isOpen || status == null
          ? null
          : { how: 'completed', atMs: 2, status },
  });
  exchanges.set('request', facts);
  return facts;
}

function toHop(
  { url = apiUrl, method = 'GET', sent, answer, to }: SeenHop,
  preflight: string | null,
): HopFacts {
  return hopFacts({
    url,
    method,
    startedAtMs: 0,
    requestHeaders: sent === undefined ? null : headers(sent),
    sentAtMs: sent === undefined ? null : 0,
    response: answer ?? null,
    headersAtMs: answer ? 1 : null,
    redirectedTo: to ?? null,
    responseStartedAtMs: null,
    fromCache: null,
    serverIp: null,
    preflight,
  });
}
