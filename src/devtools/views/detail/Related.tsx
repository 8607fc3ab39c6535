import type { Row } from '../../store/store';
import { Icon } from '../ui/Icon';
import { UrlText } from '../ui/UrlText';
import type { Words } from '../words';

interface RelatedProps {
  row: Row;
  words: Words;
  rowOf(id: string): Row | null;
  onSelect(id: string): void;
}

/** Draws links from a request to its preflights, or from a preflight to its request. */
export function Related({ row, words, rowOf, onSelect }: RelatedProps) {
  const { detail } = words.ui;
  const { preflightFor, hops } = row.entry.facts;
  const ids = preflightFor ? [preflightFor.exchange] : hops.flatMap(({ preflight }) => preflight ?? []);
  const others = ids.flatMap((id) => rowOf(id) ?? []);
  return (
    <>
      {others.map((other) => {
        const last = other.entry.facts.hops.at(-1);
        return (
          <button key={other.id} type="button" class="link related" onClick={() => onSelect(other.id)}>
            <Icon name="preflight" />
            <span>{preflightFor ? detail.preflightOf : detail.itsPreflight}</span>
            <b>{last?.method}</b>
            <UrlText url={last?.url ?? ''} origin={other.entry.facts.origin} />
          </button>
        );
      })}
    </>
  );
}
