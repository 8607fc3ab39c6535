import type { CachedPreflight } from '../../../exchange/explained/preflight-history';
import { type DetailProse, detailProseFor } from '../../../prose/detail';
import type { ExplainedExchange } from '../../../recording/requests/explain-exchanges';
import type { PreflightCost } from '../../../recording/requests/hop-details';
import { durationText } from '../requests/duration';
import { Fact } from '../ui/Fact';
import { Value } from '../ui/Value';
import type { Words } from '../words';
import { BasisMark } from './BasisMark';

interface FactsProps {
  explained: ExplainedExchange;
  words: Words;
}

/** Draws the facts of a request with the basis of each value. */
export function Facts({ explained, words }: FactsProps) {
  const { ui, prose } = words;
  const { fact, cache, servers, initiators } = ui.detail;
  const { facts, verdict, sinceReload, initiator, access, servedBy } = explained;
  const { preflightTriggers: triggers, preflightCache: cached, preflightCost: cost } = explained;
  const { mode, credentialsMode, outcome, outcomeBasis, browserSays, error } = verdict;
  const serverIp = facts.hops.at(-1)?.serverIp;
  const { preflight: preflightProse } = detailProseFor(words.language);
  const isDirect = verdict.requestClass === 'preflight';
  return (
    <dl class="facts">
      <Fact name={fact.class} note={prose.classes[verdict.requestClass].meaning}>
        {prose.classes[verdict.requestClass].label}
      </Fact>
      <Fact name={fact.outcome} note={prose.outcomes[outcome].meaning}>
        {prose.outcomes[outcome].label}
        {outcome !== 'pending' && <BasisMark basis={outcomeBasis} words={words} />}
        {sinceReload && <span class="quiet"> {ui.detail.sinceReload[sinceReload].label}</span>}
      </Fact>
      {!isDirect && (
        <Fact name={fact.mode}>
          <code>{mode.value}</code>
          <BasisMark basis={mode.basis} words={words} />
        </Fact>
      )}
      {!isDirect && (
        <Fact name={fact.credentialsMode}>
          <code>{credentialsMode.value}</code>
          <BasisMark basis={credentialsMode.basis} words={words} />
        </Fact>
      )}
      <Fact name={fact.origin}>
        {facts.origin === null ? ui.table.noOrigin : <Value text={facts.origin} words={words} />}
        {facts.origin === 'null' && <span class="quiet"> {ui.table.opaqueOrigin}</span>}
      </Fact>
      <Fact name={fact.initiator}>
        {initiators[initiator]}
        {facts.tabId === -1 && <span class="quiet"> {ui.table.workerOrigin}</span>}
      </Fact>
      <Fact name={fact.type}>
        <code>{facts.type}</code>
      </Fact>
      <Fact name={fact.access} note={ui.table.access[access].meaning}>
        {ui.table.access[access].label}
      </Fact>
      {triggers.length > 0 && (
        <Fact name={fact.triggers}>
          <ul class="plain">
            {triggers.map((trigger) => (
              <li key={trigger}>
                <Value text={trigger} words={words} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {cached && (
        <Fact name={fact.preflightCache}>
          {cache[cached]}
          {cached === 'hit' && <span class="quiet"> ({cachedWords(explained.cachedPreflight, words)})</span>}
        </Fact>
      )}
      {(cost || cached === 'hit') && (
        <Fact name={preflightProse.cost}>
          {cost ? costWords(cost, preflightProse) : preflightProse.saved}
        </Fact>
      )}
      {(facts.requestId !== '' || servedBy !== 'unknown') && (
        <Fact name={fact.servedBy}>{servers[servedBy]}</Fact>
      )}
      {serverIp && (
        <Fact name={fact.serverIp}>
          <code>{serverIp}</code>
        </Fact>
      )}
      {browserSays.length > 0 && (
        <Fact name={fact.browserSays}>
          {browserSays.map((word) => (
            <code key={word} class="browser-word">
              {word}
            </code>
          ))}
        </Fact>
      )}
      {error !== null && (
        <Fact name={fact.error}>
          <Value text={error} words={words} />
        </Fact>
      )}
    </dl>
  );
}

function cachedWords(cached: CachedPreflight | null, { ui }: Words): string {
  if (!cached) return ui.detail.cachedBefore;
  return ui.detail.cachedBy(Math.round(cached.ageMs / 100) / 10, cached.maxAgeSeconds);
}

function costWords({ preflightsMs, allMs, isAlone }: PreflightCost, prose: DetailProse['preflight']): string {
  const preflights = durationText(preflightsMs);
  return isAlone || allMs === null
    ? prose.costAlone(preflights)
    : prose.costOf(preflights, durationText(allMs));
}
