import { type BrowserName, embedderPolicyOf, type FindingCode, type LocatedFinding } from '../../engine';
import { type Supposed, verdictByRules } from '../../exchange/explained/by-rules';
import type { Sites } from '../../exchange/explained/cookie-context';
import { ownDoing } from '../../exchange/explained/other-browser';
import { surroundingsIn } from '../../exchange/explained/surroundings';
import { judge } from '../../exchange/verdict/judge';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts, FrameFacts, Outcome } from '../../protocol/facts';
import type { PageEventFacts } from '../../protocol/page-events';
import { type ExplainedExchange, explainExchanges } from '../requests/explain-exchanges';
import type { Draft } from './draft';
import { draftFacts, type ReadableDraft } from './draft-facts';
import { type DraftProblem, readDraft } from './read-draft';
import type { WhatIfStart } from './start';

/** What was recorded around the exchange that is edited. */
export interface WhatIfRecording {
  readonly exchanges: readonly ExchangeFacts[];
  readonly frames: readonly FrameFacts[];
  readonly pageEvents: readonly PageEventFacts[];
  readonly sites: Sites;
  verdictOf(facts: ExchangeFacts): Verdict;
}

/** What a browser would do. */
export interface WhatIfResult {
  readonly browser: BrowserName;
  /** Its outcome is `pending` if the response that decides is not known. */
  readonly explained: ExplainedExchange;
  /** Whether the failure is the recorded one, which no header of the draft changes. */
  readonly isStanding: boolean;
}

/** The results of a draft. */
export interface WhatIf {
  /** Chrome's and Firefox's; empty if the draft cannot be read. */
  readonly results: readonly WhatIfResult[];
  readonly problems: readonly DraftProblem[];
}

const browsers: readonly BrowserName[] = ['chrome', 'firefox'];

/** Returns a function that says what both browsers would do with an edit of an exchange. */
export function openWhatIf(start: WhatIfStart, recording: WhatIfRecording): (draft: Draft) => WhatIf {
  const standing = standingOf(start, recording);
  return (draft) => {
    const { exchange, headers, problems } = readDraft(draft);
    if (!exchange) return { results: [], problems };
    const supposed = suppose({ draft, exchange, headers }, start, recording);
    const isKept = standing !== null && whatDecides(draft, standing) === whatDecides(start.draft, standing);
    const results = browsers.map((browser) =>
      resultIn(browser, supposed, isKept ? standing : null, recording),
    );
    return { results, problems };
  };
}

/** An exchange that nobody sent, among those that were recorded. */
interface SupposedHere extends Supposed {
  readonly preflights: readonly ExchangeFacts[];
  readonly exchanges: readonly ExchangeFacts[];
}

function suppose(
  readable: ReadableDraft,
  start: WhatIfStart,
  { exchanges: recorded, sites, frames }: WhatIfRecording,
): SupposedHere {
  const { document } = start;
  const { draft, exchange } = readable;
  const { facts, preflights } = draftFacts(readable, start);
  const others = recorded.filter(
    ({ id, preflightFor }) => id !== facts.id && preflightFor?.exchange !== facts.id,
  );
  const exchanges = [...others, ...preflights, facts].sort((a, b) => a.startedAtMs - b.startedAtMs);
  const seen = surroundingsIn(exchanges, frames)(facts);
  const embedder = document && embedderPolicyOf({ status: 200, headerList: document }, true);
  return {
    facts,
    exchange,
    preflights,
    exchanges,
    surroundings: { embedder: seen.embedder ?? embedder, ancestors: seen.ancestors ?? facts.ancestors },
    isSameSite: (a, b) => sites.relationOf(a, b) !== 'cross-site',
    isSent: start.recorded !== null && draft.url === start.draft.url && draft.origin === start.draft.origin,
  };
}

function resultIn(
  browser: BrowserName,
  supposed: SupposedHere,
  standing: Standing | null,
  recording: WhatIfRecording,
): WhatIfResult {
  const { facts, exchanges, preflights } = supposed;
  const ruled = verdictByRules(supposed, browser);
  const isStanding = standing !== null && errorOf(ruled) === null;
  const verdict = isStanding ? standingVerdict(supposed, standing, browser) : ruled;
  const byId = new Map(exchanges.map((each) => [each.id, each]));
  const lookup = (id: string) => byId.get(id);
  const [explained] = explainExchanges([facts], {
    ...recording,
    browser,
    exchanges,
    listening: { sawNavigation: true, pageWorld: true },
    storedCookies: null,
    lookup,
    verdictOf(other) {
      if (other === facts) return verdict;
      return preflights.includes(other) ? judge(other, browser, lookup) : recording.verdictOf(other);
    },
    sinceReload: () => null,
  });
  if (!explained) throw new Error('what-if: no explanation of the draft');
  return { browser, explained, isStanding };
}

/** A recorded result that the rules do not find in what was recorded: no header of it decides. */
interface Standing {
  readonly browser: BrowserName | null;
  readonly outcome: Outcome;
  /** null if several fit. */
  readonly finding: LocatedFinding | null;
}

/** Returns the recorded result if the rules do not find it; null if they do, or if nothing was recorded. */
function standingOf(start: WhatIfStart, recording: WhatIfRecording): Standing | null {
  const { draft, recorded } = start;
  const { exchange, headers } = readDraft(draft);
  if (!recorded?.outcome || recorded.outcome === 'pending' || !exchange) return null;
  const { browser, outcome, finding } = recorded;
  const supposed = suppose({ draft, exchange, headers }, start, recording);
  const ruled = browsers
    .filter((each) => (browser ?? each) === each)
    .map((each) => verdictByRules(supposed, each));
  // A response that passed can be hidden: a service worker may have answered.
  if (outcome === 'allowed' || outcome === 'opaque')
    return ruled.every((verdict) => verdict.outcome === 'pending')
      ? { browser, outcome, finding: null }
      : null;
  const found = ruled.map(errorOf);
  const isFound = finding ? found.includes(finding.code) : found.some((code) => code !== null);
  return isFound ? null : { browser, outcome, finding };
}

/** Returns the verdict of a browser in which a recorded failure stands, as far as that says something about it. */
function standingVerdict(
  supposed: Supposed,
  { browser: recordedIn, outcome, finding }: Standing,
  browser: BrowserName,
): Verdict {
  const isOther = recordedIn !== null && browser !== recordedIn;
  if (finding && !(isOther && ownDoing.has(finding.code))) return verdictByRules(supposed, browser, finding);
  return { ...verdictByRules(supposed, browser), outcome: isOther ? 'unknown' : outcome };
}

function errorOf({ findings }: Verdict): FindingCode | null {
  return findings.find(({ severity }) => severity === 'error')?.code ?? null;
}

/** What a failure that no rule computes can depend on. If it is edited, nothing is known of that failure. */
function whatDecides({ url, origin, mode, kind, hops }: Draft, { finding }: Standing): string {
  return JSON.stringify([url, origin, mode, kind, finding ? hops[finding.hop] : hops]);
}
