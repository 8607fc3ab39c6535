import type { ExchangeFacts } from '../../../protocol/facts';
import type { Row } from '../../store/store';
import type { Words } from '../words';
import { HeaderTable } from './HeaderTable';
import { messagesOf } from './messages';

interface HeadersProps {
  facts: ExchangeFacts;
  words: Words;
  rowOf(id: string): Row | null;
}

/** Draws the headers of all messages of an exchange and its preflights. */
export function Headers({ facts, words, rowOf }: HeadersProps) {
  const { detail } = words.ui;
  const messages = messagesOf(facts, (id) => rowOf(id)?.entry.facts ?? null);
  return (
    <>
      {messages.map(({ hop, message, line, headers }) => (
        <HeaderTable
          key={`${hop} ${message}`}
          title={detail.place(message)}
          hop={facts.hops.length > 1 ? detail.hop(hop + 1) : null}
          line={line}
          headers={headers}
          words={words}
        />
      ))}
    </>
  );
}
