import {
  type BrowserName,
  browserRules,
  type Exchange,
  explain,
  type FindingCode,
  type IsSameSite,
  isBlockedByPort,
  isMixedContent,
  isRedirectStatus,
  findings as kinds,
  type LocatedFinding,
  toFinding,
} from '../../engine';
import type { ExchangeFacts, Outcome } from '../../protocol/facts';
import { browserMessages } from '../verdict/browser-messages';
import { classOf } from '../verdict/classify';
import { codeFor } from '../verdict/decision';
import { neverUsed, typeFinding } from '../verdict/script-use';
import type { Verdict } from '../verdict/verdict';
import { isOpaqueRedirect } from '../verdict/verdict-of';
import { responseChecks } from './response-checks';
import type { Surroundings } from './surroundings';

/** An exchange that nobody sent, with what the rules read of it. */
export interface Supposed {
  /** Its hops are those of the exchange. */
  readonly facts: ExchangeFacts;
  readonly exchange: Exchange;
  readonly surroundings: Surroundings;
  readonly isSameSite: IsSameSite;
  /** Whether a browser sent a request to its URL from its origin. */
  readonly isSent: boolean;
}

/** What the checks after the CORS check read. */
export type Checked = Pick<Supposed, 'facts' | 'exchange' | 'surroundings' | 'isSameSite'>;

/**
 * Returns what a browser would decide about an exchange, by the rules alone. `pending`: the rules find nothing wrong so
 * far, and the response that comes next is not known. `standing`: a failure that no rule computes; it counts if the rules
 * find no other.
 */
export function verdictByRules(
  supposed: Supposed,
  browser: BrowserName,
  standing: LocatedFinding | null = null,
): Verdict {
  const { facts } = supposed;
  const exchange = asSentBy(browser, supposed.exchange);
  const explanation = explain(exchange, browserRules[browser]);
  const { responseTainting, traces } = explanation;
  const errors = asIn(
    browser,
    explanation.findings.filter(({ severity }) => severity === 'error'),
  );
  const warnings = explanation.findings.filter(({ severity }) => severity === 'warning');
  const known = { value: exchange.mode, basis: 'computed' } as const;
  const credentialsMode = { value: exchange.credentialsMode, basis: 'computed' } as const;
  const requestClass = classOf(facts, { exchange, mode: known, credentialsMode }, explanation);
  const verdictOf = (outcome: Outcome, findings: readonly LocatedFinding[]): Verdict => {
    const decision = { findings, candidates: [], responseTainting };
    return {
      requestClass,
      outcome,
      outcomeBasis: 'computed',
      mode: known,
      credentialsMode,
      traces,
      assumptions: [],
      error: null,
      exchange,
      pageEnd: null,
      possibleUseFailures: [],
      ...decision,
      ...browserMessages(browser, decision, facts, undefined),
    };
  };
  const failed = (findings: readonly LocatedFinding[]) =>
    verdictOf(kinds[findings[0]?.code ?? 'unexplained'].outcome ?? 'unknown', [...findings, ...warnings]);

  const early = supposed.isSent ? null : beforeSending(facts, exchange);
  if (early) return failed([early]);
  if (errors.length > 0) return failed(errors.map((each) => ({ ...each, code: codeFor(facts, each.code) })));
  if (standing) return failed([standing]);
  if (isOpen(exchange)) return verdictOf('pending', warnings);
  const isOpaque = responseTainting === 'opaque' || isOpaqueRedirect(exchange);
  const passed = verdictOf(isOpaque ? 'opaque' : 'allowed', warnings);
  const unsuitable = afterChecks(supposed, passed, browser);
  return unsuitable ? failed([unsuitable]) : passed;
}

/** Firefox sends the page's origin in a preflight even after a redirect that makes the request's own origin null. */
function asSentBy(browser: BrowserName, exchange: Exchange): Exchange {
  if (browser !== 'firefox') return exchange;
  const hops = exchange.hops.map((hop) => ({ ...hop, preflightOrigin: exchange.origin }));
  return { ...exchange, hops };
}

/**
 * Returns the errors of the rules as a browser has them (measured): Firefox refuses a redirect to another scheme before
 * it does the CORS check; Chrome goes on to ftp: and ws:, and refuses that request.
 */
function asIn(browser: BrowserName, errors: readonly LocatedFinding[]): readonly LocatedFinding[] {
  const isOfScheme = ({ code }: LocatedFinding) => code === 'redirect-scheme';
  if (browser === 'firefox')
    return [...errors.filter(isOfScheme), ...errors.filter((error) => !isOfScheme(error))];
  return errors.map((error) =>
    isOfScheme(error) && /^(ftp|wss?):/.test(error.evidence.locationUrl ?? '')
      ? { ...error, code: 'scheme-not-http' as const }
      : error,
  );
}

/** Returns why a request is blocked before a preflight or the request is sent; null if it is not. */
function beforeSending({ kind }: ExchangeFacts, { origin, hops }: Exchange): LocatedFinding | null {
  const url = hops[0]?.url ?? '';
  // Browsers upgrade these.
  const isUpgraded = kind === 'image' || kind === 'media' || kind === 'document';
  if (!isUpgraded && isMixedContent(url, origin)) {
    return toFinding('mixed-content', 0, 'request', { url, origin });
  }
  return isBlockedByPort(url) ? toFinding('bad-port', 0, 'request', { url }) : null;
}

/** Whether the response that decides is not known. Browsers show none of a WebTransport session. */
function isOpen({ mode, hops }: Exchange): boolean {
  return mode !== 'webtransport' && hops.at(-1)?.response === null;
}

/** Returns why a page cannot use a response that passed the CORS check; null if nothing shows that. */
export function afterChecks(supposed: Checked, passed: Verdict, browser: BrowserName): LocatedFinding | null {
  const { facts, surroundings, isSameSite } = supposed;
  const failed = responseChecks(facts, passed, surroundings, isSameSite)
    .flatMap(({ hop, on, trace }) =>
      trace.finding === null ? [] : [toFinding(trace.finding, hop, on, trace.evidence)],
    )
    .filter(({ code }) => !isIgnored(code, facts, browser));
  // Firefox rejects the type of a script or style sheet before it looks at the rest of an opaque response.
  const { response } = facts.hops.at(-1) ?? { response: null };
  const type = browser === 'firefox' && response ? typeFinding(facts, response) : null;
  const typed = failed.find(({ code }) => code === type);
  return (
    typed || failed.find(({ code }) => kinds[code].outcome === 'blocked') || failedUse(supposed, browser)
  );
}

/** fetch() gets an opaque response all the same (measured), and Firefox has no Document-Isolation-Policy. */
function isIgnored(code: FindingCode, { kind }: ExchangeFacts, browser: BrowserName): boolean {
  if (code === 'orb') return kind === 'fetch';
  return browser === 'firefox' && code === 'document-isolation-policy';
}

function failedUse({ facts, exchange }: Checked, browser: BrowserName): LocatedFinding | null {
  const last = exchange.hops.length - 1;
  if (isRedirectStatus(exchange.hops[last]?.response?.status ?? 0)) return null;
  const use = neverUsed(facts, browser);
  const [code] = use?.codes ?? [];
  return use && code && code !== 'none' ? toFinding(code, last, 'response', use.evidence) : null;
}
