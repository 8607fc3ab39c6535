import { type BrowserName, getHeader, isSameOrigin, findings as kinds, originOf } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { isEndNotShown, lastHop } from '../facts/facts';
import { browserMessages } from '../verdict/browser-messages';
import { isEventSource, possibleUseFailures } from '../verdict/not-usable';
import { isModuleType } from '../verdict/script-use';
import type { Candidate, Verdict } from '../verdict/verdict';
import { afterChecks, type Checked } from './by-rules';
import { responseChecks } from './response-checks';

/** What the checks after the CORS check read beside a verdict. */
export interface LaterChecks extends Omit<Checked, 'exchange'> {
  /** What documents of the file demand: that responses allow to be embedded, or that scripts have integrity metadata. */
  readonly demands: { readonly isolation: boolean; readonly integrity: boolean };
}

/**
 * Returns a verdict with the checks after the CORS check. They are needed where a file does not show how an exchange
 * ended; everywhere else the browser's own result contains them.
 */
export function withLaterChecks(verdict: Verdict, around: LaterChecks, browser: BrowserName): Verdict {
  const { facts } = around;
  const mayHavePassed =
    verdict.candidates.length === 0
      ? verdict.outcome === 'allowed' || verdict.outcome === 'opaque'
      : verdict.candidates.includes('none');
  if (!isEndNotShown(facts) || !mayHavePassed) return verdict;
  const found = afterChecks({ ...around, exchange: verdict.exchange }, verdict, browser);
  const others = verdict.candidates.filter((code) => code !== 'none');
  if (found && others.length === 0) {
    return concluded(verdict, facts, browser, {
      outcome: kinds[found.code].outcome ?? 'unknown',
      findings: [found, ...verdict.findings],
      candidates: [],
    });
  }
  const possible = found ? [found.code] : (['none', ...possibleFailures(verdict, around)] as const);
  const codes: readonly Candidate[] = [...new Set([...others, ...possible])];
  // A response that only the page may have been unable to use has passed.
  if (codes.length === 1) return verdict;
  const candidates = [...new Set([...codes, ...possibleUseFailures(facts, browser)])];
  return concluded(verdict, facts, browser, { ...verdict, outcome: 'unknown', candidates });
}

function concluded(
  verdict: Verdict,
  facts: ExchangeFacts,
  browser: BrowserName,
  conclusion: Pick<Verdict, 'outcome' | 'findings' | 'candidates'>,
): Verdict {
  const { outcome, findings, candidates } = conclusion;
  const decision = { findings, candidates, responseTainting: verdict.responseTainting };
  return {
    ...verdict,
    outcome,
    outcomeBasis: 'computed',
    possibleUseFailures: [],
    ...decision,
    ...browserMessages(browser, decision, facts, undefined),
  };
}

/** Returns what may have kept the page from using a response, because of what the file does not show. */
function possibleFailures(verdict: Verdict, around: LaterChecks): readonly Candidate[] {
  const { facts, surroundings, isSameSite, demands } = around;
  const { kind } = facts;
  const { response, url } = lastHop(facts);
  if (response === null) return [];
  const isForeign = !isSameOrigin(originOf(url), facts.origin ?? 'null');
  const isOpaque = isForeign && verdict.requestClass === 'no-cors';
  const policy = getHeader(response.headerList, 'Cross-Origin-Resource-Policy');
  const orb = responseChecks(facts, verdict, surroundings, isSameSite).find(
    ({ trace }) => trace.section === 'orb',
  );
  const isModule =
    kind === 'script' && verdict.mode.value === 'cors' && !isModuleType('javascript', response);
  const failures: readonly (readonly [Candidate, boolean])[] = [
    ['orb', isOpaque && kind !== 'fetch' && orb?.trace.result === 'unknown'],
    ['coep-require-corp', isOpaque && demands.isolation && policy === null],
    ['coep-frame', kind === 'frame' && demands.isolation],
    ['integrity-policy', kind === 'script' && demands.integrity],
    ['module-mime-type', isModule],
    ['response-unusable', isEventSource(facts)],
  ];
  return failures.flatMap(([code, fits]) => (fits ? [code] : []));
}
