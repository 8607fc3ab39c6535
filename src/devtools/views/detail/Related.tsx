import type { ExplainedExchange } from '../../../recording/requests/explain-exchanges';
import type { Row } from '../../store/store';
import { Icon } from '../ui/Icon';
import { UrlText } from '../ui/UrlText';
import type { Words } from '../words';

interface RelatedProps {
  row: Row;
  cachedAnswer: ExplainedExchange['cachedAnswer'];
  words: Words;
  rowOf(id: string): Row | null;
  onSelect(id: string): void;
}

/**
 * Draws links from a request to its preflights and to the request whose cached response it may have got, or from
 * a preflight to its request.
 */
export function Related({ row, cachedAnswer, words, rowOf, onSelect }: RelatedProps) {
  const { detail } = words.ui;
  const { preflightFor, hops } = row.entry.facts;
  const ids = preflightFor ? [preflightFor.exchange] : hops.flatMap(({ preflight }) => preflight ?? []);
  const label = preflightFor ? detail.preflightOf : detail.itsPreflight;
  const links = [
    ...ids.map((id) => ({ id, label, icon: 'preflight' as const })),
    ...(cachedAnswer
      ? [{ id: cachedAnswer.exchange, label: detail.mayBeCachedFrom, icon: 'same-origin' as const }]
      : []),
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
    </>
  );
}
