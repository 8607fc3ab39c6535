import type { ExplainedExchange } from '../../../recording/requests/explain-exchanges';
import type { Row } from '../../store/store';
import { Icon } from '../ui/Icon';
import { UrlText } from '../ui/UrlText';
import type { Words } from '../words';

interface RelatedProps {
  row: Row;
  explained: Pick<ExplainedExchange, 'cachedAnswer' | 'workerLink' | 'failedImports'>;
  words: Words;
  rowOf(id: string): Row | null;
  onSelect(id: string): void;
}

/**
 * Draws links from a request to its preflights, to the request whose cached response it may have got and to its
 * failed imports, to the requests of its service worker, and from these to it.
 */
export function Related({
  row,
  explained: { cachedAnswer, workerLink, failedImports },
  words,
  rowOf,
  onSelect,
}: RelatedProps) {
  const { detail } = words.ui;
  const { preflightFor, hops } = row.entry.facts;
  const ids = preflightFor ? [preflightFor.exchange] : hops.flatMap(({ preflight }) => preflight ?? []);
  const label = preflightFor ? detail.preflightOf : detail.itsPreflight;
  const links = [
    ...ids.map((id) => ({ id, label, icon: 'preflight' as const })),
    ...(cachedAnswer
      ? [{ id: cachedAnswer.exchange, label: detail.mayBeCachedFrom, icon: 'same-origin' as const }]
      : []),
    ...failedImports.map((id) => ({ id, label: detail.failedImport, icon: 'failed' as const })),
    ...(workerLink?.made ?? []).map((id) => ({ id, label: detail.madeByWorker, icon: 'tree' as const })),
    ...(workerLink?.madeFor ?? []).map((id) => ({ id, label: detail.madeFor, icon: 'tree' as const })),
  ];
  return (
    <>
      {links.map(({ id, label, icon }) => {
        const other = rowOf(id);
        if (!other) return null;
        const last = other.entry.facts.hops.at(-1);
        return (
          <button key={other.id} type="button" class="link related" onClick={() => onSelect(other.id)}>
            <Icon name={icon} />
            <span>{label}</span>
            <b>{last?.method}</b>
            <UrlText url={last?.url ?? ''} origin={other.entry.facts.origin} />
          </button>
        );
      })}
      {workerLink?.isModeChanged && <p class="quiet">{detail.modeChanged}</p>}
    </>
  );
}
