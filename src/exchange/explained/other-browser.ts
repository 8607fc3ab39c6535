import {
  type BrowserName,
  browserReason,
  browserRules,
  explain,
  type FindingCode,
  findings as kinds,
} from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { wordsFor } from '../verdict/browser-words';
import type { Verdict } from '../verdict/verdict';
import { isOpaqueRedirect } from '../verdict/verdict-of';

/** What the browser that did not make a request would say of it. */
export interface OtherBrowser {
  readonly browser: BrowserName;
  readonly outcome: Verdict['outcome'];
  /** The first thing that it would act on; null if nothing is wrong. */
  readonly finding: FindingCode | null;
  readonly browserReason: string | null;
  readonly browserSays: readonly string[];
  /** Whether it would come to another outcome, or act on another problem first. */
  readonly differs: boolean;
}

/** Findings of this browser's own doing, or met in an order of its own: of these, nothing is told of the other. */
const ownDoing: ReadonlySet<FindingCode> = new Set([
  'blocked-by-extension',
  'browser-disagrees',
  'call-threw',
  'ended-unseen',
  'login-prompt',
  'redirect-location-invalid',
  'redirect-scheme',
  'response-unusable',
  'service-worker-failed',
  'service-worker-opaque',
  'unexplained',
]);

/**
 * What the other browser would make of the same headers, by the rules in which the two differ; null where
 * this browser's own verdict is not certain, or rests on what only this one did.
 *
 * Divergence (observability): another browser may send other requests to begin with: it preflights by its own
 * cache, and it knows other hosts by HSTS. The same requests and responses are taken.
 */
export function otherBrowser(
  facts: ExchangeFacts,
  verdict: Verdict,
  browser: BrowserName,
): OtherBrowser | null {
  const { outcome, findings, candidates, exchange } = verdict;
  const [first] = findings;
  const isSettled =
    outcome === 'allowed' || outcome === 'blocked' || outcome === 'opaque' || outcome === 'failed';
  const isUncertain = candidates.some((code) => code !== first?.code);
  if (!isSettled || isUncertain || verdict.class === 'preflight') return null;
  if (first && ownDoing.has(first.code)) return null;

  const other: BrowserName = browser === 'chrome' ? 'firefox' : 'chrome';
  const explanation = explain(exchange, browserRules[other]);
  const error = explanation.findings.find(({ severity }) => severity === 'error') ?? null;
  const own = first?.severity === 'error' ? first : null;
  // What no header shows, both meet alike: but Firefox has no Document-Isolation-Policy.
  const isByRules = own === null || explain(exchange, browserRules[browser]).failsAt !== null;
  const isUnknownThere = other === 'firefox' && own?.code === 'document-isolation-policy';
  const theirs = isByRules ? error : isUnknownThere ? null : own;

  const warnings = explanation.findings.filter(({ severity }) => severity === 'warning');
  const said = theirs ? [theirs, ...warnings] : warnings;
  const words = said.flatMap((each) => wordsFor(other, each, facts, explanation.responseTainting === 'cors'));
  const isOpaque = explanation.responseTainting === 'opaque' || isOpaqueRedirect(exchange);
  const passed = isOpaque ? 'opaque' : 'allowed';
  const theirOutcome = theirs ? (kinds[theirs.code].outcome ?? 'unknown') : passed;
  return {
    browser: other,
    outcome: theirOutcome,
    finding: theirs?.code ?? null,
    browserReason: theirs ? browserReason(words) : null,
    browserSays: words,
    differs: theirOutcome !== outcome || theirs?.code !== own?.code,
  };
}
