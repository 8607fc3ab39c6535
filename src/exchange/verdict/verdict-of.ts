import {
  type Evidence,
  type Exchange,
  type Explanation,
  type FindingCode,
  findings as kinds,
  type LocatedFinding,
  locationUrl,
  toFinding,
} from '../../engine';
import type { ExchangeFacts, Outcome } from '../../protocol/facts';
import type { ObservedEnd } from './end-kinds';
import type { Hypothesis } from './infer-request';
import type { Candidate, Conclusion } from './verdict';

/** A request that fits the observations, with the result of the rules. */
export interface Explained {
  readonly hypothesis: Hypothesis;
  readonly explanation: Explanation;
}

/** Whether the request went no further than the rules allow. */
export function isPossible({ hops }: ExchangeFacts, { failsAt }: Explanation): boolean {
  if (failsAt === null) return true;
  if (failsAt.hop < hops.length - 1) return false;
  return failsAt.on === 'response' || hops[failsAt.hop]?.response === null;
}

/** Whether the rules' result for a hypothesis agrees with the browser's behaviour. */
export function fits(observed: ObservedEnd, { failsAt }: Explanation, lastIndex: number): boolean {
  switch (observed.kind) {
    case 'delivered':
      return failsAt === null;
    case 'refused':
      return failsAt !== null && failsAt.on === observed.on && failsAt.hop === lastIndex;
    default:
      return true;
  }
}

/** Returns the conclusion from an observed end and the hypotheses that fit it; `primary` is the likeliest. */
export function verdictOf(
  observed: ObservedEnd,
  fitting: readonly Explained[],
  primary: Explained,
  hop: number,
): Conclusion {
  const isComputed = 'isComputed' in observed && observed.isComputed === true;
  const outcomeBasis = isComputed ? 'computed' : 'observed';
  const certain = { outcomeBasis, candidates: [] } as const;
  switch (observed.kind) {
    case 'running':
      return { ...certain, outcome: 'pending', findings: [] };
    case 'failed':
      return {
        ...certain,
        outcome: kinds[observed.code].outcome ?? 'unknown',
        findings: [found(observed.code, hop, observed.error, primary, observed.on, observed.evidence)],
      };
    case 'one-of':
      return oneOf(observed.codes, hop, observed.error, primary, observed.evidence);
    case 'delivered': {
      const warnings = primary.explanation.findings.filter(({ severity }) => severity === 'warning');
      if (observed.cutShort) warnings.push(toFinding('body-cut-short', hop, 'response', {}));
      if (fitting.length > 0) return { ...certain, outcome: passedOutcome(fitting), findings: warnings };
      const disagrees = disagreement(hop, primary);
      return {
        ...disagrees,
        outcome: passedOutcome([primary]),
        findings: [...disagrees.findings, ...warnings],
      };
    }
    case 'refused':
      if (fitting.length === 0) return { ...oneOf(observed.otherwise, hop, null, primary), outcomeBasis };
      return { ...severalReasons(fitting), outcomeBasis };
    case 'unfollowed':
      // The CORS check comes first, then the redirect mode.
      return unlessFailing(fitting, hop, primary, {
        decides: 'allow-',
        otherwise: observed.codes ?? ['redirect-mode-error', 'none'],
      });
    case 'unanswered':
      return unlessFailing(fitting, hop, primary, { decides: 'preflight-', otherwise: ['ended-unseen'] });
    case 'silent': {
      if (fitting.length === 0) return disagreement(hop, primary);
      // Only the CORS check can fail without an error; without it, completion proves success.
      const isChecked = fitting.some(
        ({ explanation }) => explanation.responseTainting === 'cors' || explanation.failsAt !== null,
      );
      return { ...severalReasons(fitting), outcomeBasis: isChecked ? 'computed' : 'observed' };
    }
  }
}

/** Adds a finding to a conclusion if the browser's own redirect to https: made the origin null. */
export function withHstsUpgrade(conclusion: Conclusion, { hops, origin }: ExchangeFacts): Conclusion {
  const hop = hops.findIndex(({ internal }) => internal === 'hsts');
  const { findings } = conclusion;
  const isReported =
    hop !== -1 && origin !== 'null' && findings.some(({ evidence }) => evidence.requestOrigin === 'null');
  if (!isReported) return conclusion;
  return { ...conclusion, findings: [...findings, toFinding('hsts-upgrade', hop, 'request', {})] };
}

/**
 * Returns the conclusion for a browser that continued although the rules, with the known headers, forbid it.
 */
function disagreement(hop: number, { explanation }: Explained): Conclusion {
  const [error] = explanation.findings;
  const finding = toFinding('browser-disagrees', hop, 'response', error?.evidence ?? {});
  return { outcome: 'unknown', outcomeBasis: 'observed', findings: [finding], candidates: [] };
}

/**
 * Returns the conclusion if events do not show the end: the rules' error if all that fit have one of these, otherwise
 * other results too.
 */
function unlessFailing(
  fitting: readonly Explained[],
  hop: number,
  primary: Explained,
  isOpen: { readonly decides: string; readonly otherwise: readonly Candidate[] },
): Conclusion {
  const failures = fitting.map(({ explanation }) => {
    const code = firstError(explanation);
    return code?.startsWith(isOpen.decides) ? code : null;
  });
  if (failures.length > 0 && failures.every((code) => code !== null)) {
    return { ...severalReasons(fitting), outcomeBasis: 'computed' };
  }
  const codes = failures.flatMap<Candidate>((code) => (code ? [code] : isOpen.otherwise));
  return oneOf([...new Set(codes)], hop, null, primary);
}

/** Returns the verdict that the hypotheses share, or each one's reason as a candidate. */
function severalReasons(fitting: readonly Explained[]): Omit<Conclusion, 'outcomeBasis'> {
  const failing = fitting.filter(({ explanation }) => explanation.failsAt !== null);
  const reasons = new Set<Candidate>(fitting.map(({ explanation }) => firstError(explanation) ?? 'none'));
  const findings = (failing[0] ?? fitting[0])?.explanation.findings ?? [];
  const candidates = reasons.size > 1 ? [...reasons] : [];
  if (failing.length === fitting.length) {
    const outcomes = new Set([...reasons].map((code) => (code === 'none' ? null : kinds[code].outcome)));
    const [outcome] = outcomes;
    return { outcome: outcomes.size === 1 && outcome ? outcome : 'blocked', findings, candidates };
  }
  return { outcome: failing.length === 0 ? passedOutcome(fitting) : 'unknown', findings, candidates };
}

function oneOf(
  codes: readonly Candidate[],
  hop: number,
  error: string | null,
  primary: Explained,
  evidence?: Evidence,
): Conclusion {
  const outcomes = new Set(codes.map((code) => (code === 'none' ? 'none' : kinds[code].outcome)));
  const [first] = codes.filter((code) => code !== 'none');
  const [outcome] = outcomes;
  const isOne = outcomes.size === 1 && outcome !== 'none' && outcome !== undefined && outcome !== null;
  return {
    outcome: isOne ? outcome : 'unknown',
    outcomeBasis: 'observed',
    findings: first ? [found(first, hop, error, primary, 'response', evidence)] : [],
    candidates: codes.length > 1 ? codes : [],
  };
}

/**
 * Returns the outcome of a request that passed: readable or opaque. If its mode is assumed, the likeliest
 * hypothesis decides; that it passed is certain.
 */
function passedOutcome([likeliest]: readonly Explained[]): Outcome {
  if (!likeliest) return 'unknown';
  const { explanation, hypothesis } = likeliest;
  const isOpaque = explanation.responseTainting === 'opaque' || isOpaqueRedirect(hypothesis.exchange);
  return isOpaque ? 'opaque' : 'allowed';
}

/** Whether the page received a redirect as an opaque response because it asked not to follow redirects. */
export function isOpaqueRedirect({ redirectMode, hops }: Exchange): boolean {
  const last = hops.at(-1);
  return redirectMode === 'manual' && last?.response != null && locationUrl(last.response, last.url) !== null;
}

function firstError({ findings }: Explanation): FindingCode | null {
  return findings.find(({ severity }) => severity === 'error')?.code ?? null;
}

/**
 * Returns a finding that events name; the rules' own finding if they found the same, because it has more evidence.
 */
function found(
  code: FindingCode,
  hop: number,
  error: string | null,
  { explanation }: Explained,
  on: LocatedFinding['on'] = 'response',
  evidence: Evidence = {},
): LocatedFinding {
  const same = explanation.findings.find((finding) => finding.code === code);
  if (same) return { ...same, evidence: { ...evidence, ...same.evidence } };
  return toFinding(code, hop, on, error === null ? evidence : { ...evidence, error });
}
