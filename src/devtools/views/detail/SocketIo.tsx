import { readSocketIo } from '../../../channels/socket-io';
import { crossingProseFor } from '../../../prose/crossing';
import type { ExchangeFacts } from '../../../protocol/facts';
import { Section } from '../ui/Section';
import type { Words } from '../words';

interface SocketIoProps {
  facts: ExchangeFacts;
  words: Words;
}

/** What a request is to Socket.IO, and which rules hold for its transport. */
export function SocketIo({ facts, words }: SocketIoProps) {
  const found = readSocketIo(facts);
  if (!found) return null;
  const { socketIo: prose } = crossingProseFor(words.language);
  return (
    <Section title={prose.title}>
      <p>{prose.steps[found.step]}</p>
      <p>{found.isCrossOrigin ? prose.rules[found.transport] : prose.sameOrigin}</p>
    </Section>
  );
}
