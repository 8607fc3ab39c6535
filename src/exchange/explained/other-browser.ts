import {
  type BrowserName,
  browserReason,
  browserRules,
  explain,
  type FindingCode,
  findings as kinds,
} from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { wordsFor } from '../verdict/browser-messages';
import { codeFor } from '../verdict/decision';
import type { Verdict } from '../verdict/verdict';
import { isOpaqueRedirect } from '../verdict/verdict-of';
import { servedByOf } from './describe';

/** The result that the other browser would have for the same request. */
export interface OtherBrowser {
  readonly browser: BrowserName;
  readonly outcome: Verdict['outcome'];
  /** The first problem that it would act on; null if there is none. */
  readonly finding: FindingCode | null;
  readonly browserReason: string | null;
  readonly browserSays: readonly string[];
  /** Whether its outcome or its first problem would differ. */
  readonly differs: boolean;
}

/**
 * Findings that depend on this browser alone or on its own order of checks, so they predict nothing about the
 * other.
 */
export const ownDoing: ReadonlySet<FindingCode> = new Set([
  'blocked-by-extension',
  'browser-disagrees',
  'call-threw',
  'ended-unseen',
  'import-failed',
  'login-prompt',
  'redirect-location-invalid',
  'redirect-scheme',
  'response-invalid',
  'response-unusable',
  'service-worker-failed',
  'socket-handshake',
  'service-worker-opaque',
  'unexplained',
  'worker-mime-type',
]);

/**
 * Returns the other browser's result for the same headers, by the rules in which the two differ. null if this
 * browser's own verdict is uncertain, or depends on this browser alone.
 *
 * Divergence (observability): the other browser may send other requests in the first place, because it has
 * its own preflight cache and HSTS list. The same requests and responses are assumed.
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
  if (!isSettled || isUncertain || verdict.requestClass === 'preflight') return null;
  if (first && ownDoing.has(first.code)) return null;
  // The response depends on the service worker, which may answer otherwise there.
  if (servedByOf(facts) === 'service-worker') return null;

  const other: BrowserName = browser === 'chrome' ? 'firefox' : 'chrome';
  const explanation = explain(exchange, browserRules[other]);
  const found = explanation.findings.find(({ severity }) => severity === 'error') ?? null;
  const error = found && { ...found, code: codeFor(facts, found.code) };
  const ownError = first?.severity === 'error' ? first : null;
  // Problems that no header shows affect both browsers, but Firefox has no Document-Isolation-Policy.
  const isByRules = ownError === null || explain(exchange, browserRules[browser]).failsAt !== null;
  const isUnknownThere = other === 'firefox' && ownError?.code === 'document-isolation-policy';
  const theirs = isByRules ? error : isUnknownThere ? null : ownError;

  const warnings = explanation.findings.filter(({ severity }) => severity === 'warning');
  const said = theirs ? [theirs, ...warnings] : warnings;
  const words = said.flatMap((finding) =>
    wordsFor(other, finding, facts, explanation.responseTainting === 'cors'),
  );
  const isOpaque = explanation.responseTainting === 'opaque' || isOpaqueRedirect(exchange);
  const passed = isOpaque ? 'opaque' : 'allowed';
  const theirOutcome = theirs ? (kinds[theirs.code].outcome ?? 'unknown') : passed;
  return {
    browser: other,
    outcome: theirOutcome,
    finding: theirs?.code ?? null,
    browserReason: theirs ? browserReason(words) : null,
    browserSays: words,
    differs: theirOutcome !== outcome || theirs?.code !== ownError?.code,
  };
}
