import {
  type Compared,
  type ComparedAnswer,
  type ComparedBasis,
  type ComparedHop,
  redirectTarget,
  toFinding,
  toTriggers,
} from '../../diagnosis/compare/compared';
import { type Diagnosis, leadingCause } from '../../diagnosis/diagnose';
import { openFrameIndex } from '../../diagnosis/frame-index';
import type { BrowserName } from '../../engine';
import { knownRedirectMode } from '../../exchange/verdict/assumptions';
import { type ExchangeFacts, type HopFacts, statusOf } from '../../protocol/facts';
import type { ExplainedExchange } from '../requests/explain-exchanges';

/** What a request is compared with the help of. */
export interface ComparedRecording {
  readonly browser: BrowserName;
  readonly exchanges: readonly ExchangeFacts[];
  lookup(id: string): ExchangeFacts | undefined;
}

/** Returns what a comparison reads of an explained exchange. */
export function toCompared(explained: ExplainedExchange, recording: ComparedRecording): Compared {
  const { facts, verdict } = explained;
  const { mode, credentialsMode, findings, candidates } = verdict;
  const isUncertain = new Set(candidates).size > 1;
  const finding = isUncertain ? undefined : findings.find(({ severity }) => severity === 'error');
  const loaded = facts.kind === 'document' ? null : documentOf(facts, recording);
  const known = <T>({ value, basis }: { readonly value: T; readonly basis: string }) =>
    basis === 'assumed' ? null : value;
  const cause = leadingCause(explained.causes, verdict);
  return {
    id: facts.id,
    file: null,
    browser: recording.browser,
    startedAtMs: facts.startedAtMs,
    outcome: verdict.outcome,
    finding: finding ? toFinding(finding.code, finding.hop, finding.evidence.missingNames) : null,
    cause: cause?.code ?? null,
    bases: explained.causes.flatMap((each) => basesOf(each, facts, loaded)),
    kind: facts.kind,
    initiator: explained.initiator === 'unknown' ? null : explained.initiator,
    origin: facts.origin,
    mode: known(mode),
    credentialsMode: known(credentialsMode),
    redirectMode: knownRedirectMode(verdict),
    triggers: verdict.requestClass === 'same-origin' ? null : toTriggers(explained.preflightTriggers),
    preflightCache: explained.preflightCache,
    servedBy: explained.servedBy,
    error: facts.end?.how === 'failed' ? facts.end.error : null,
    cookies: explained.cookies.map(({ hop, name, direction }) => ({ hop, name, direction })),
    document: loaded?.hops.at(-1)?.response?.headerList ?? null,
    hops: facts.hops.map((hop, index) => {
      const cached = index === 0 ? (explained.cachedPreflight?.preflight ?? null) : null;
      return toHop(hop, facts.hops[index + 1], hop.preflight ?? cached, recording);
    }),
  };
}

function documentOf(
  { tabId, frameId, startedAtMs, id }: ExchangeFacts,
  { exchanges }: ComparedRecording,
): ExchangeFacts | null {
  const loads = openFrameIndex(
    exchanges.filter((other) => other.id !== id),
    [],
  );
  return loads.documentOf(tabId, frameId, startedAtMs);
}

function toHop(
  hop: HopFacts,
  next: HopFacts | undefined,
  preflight: string | null,
  { lookup }: ComparedRecording,
): ComparedHop {
  const asked = preflight === null ? undefined : lookup(preflight)?.hops[0];
  return {
    url: hop.url,
    method: hop.method,
    requestHeaders: hop.requestHeaders,
    response: answerOf(hop),
    redirectedTo: next?.url ?? hop.redirectedTo ?? redirectTarget(hop.url, answerOf(hop)),
    hasPreflight: hop.preflight !== null,
    preflight: asked ? answerOf(asked) : null,
    internal: hop.internal,
  };
}

function answerOf(hop: HopFacts): ComparedAnswer | null {
  const status = statusOf(hop);
  return status === null ? null : { status, headers: hop.response?.headerList ?? null };
}

/** Returns where the evidence of a cause is, without what it rests on in other requests. */
function basesOf(
  { evidence }: Diagnosis,
  facts: ExchangeFacts,
  loaded: ExchangeFacts | null,
): readonly ComparedBasis[] {
  return evidence.flatMap((line): readonly ComparedBasis[] => {
    const { kind } = line;
    const name = kind === 'header' ? line.name.toLowerCase() : '';
    const preflightOf = facts.hops.findIndex(({ preflight }) => preflight === line.exchange);
    if (preflightOf >= 0) {
      const part = kind === 'header' && line.on === 'request' ? 'request' : 'preflight';
      return [{ part, hop: preflightOf, kind, name }];
    }
    if (line.exchange === loaded?.id) return [{ part: 'document', hop: 0, kind, name }];
    if (line.exchange !== facts.id) return [];
    const part = kind === 'header' && line.on === 'request' ? 'request' : 'response';
    return [{ part, hop: line.hop, kind, name }];
  });
}
