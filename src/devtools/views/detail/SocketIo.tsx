import type { SocketIoRequest } from '../../../channels/socket-io';
import { crossingProseFor } from '../../../prose/crossing';
import { Section } from '../ui/Section';
import type { Words } from '../words';

interface SocketIoProps {
  found: SocketIoRequest | null;
  words: Words;
}

/** Draws a section about the role of a request in Socket.IO and the rules for its transport. */
export function SocketIo({ found, words }: SocketIoProps) {
  if (!found) return null;
  const { socketIo: prose } = crossingProseFor(words.language);
  return (
    <Section title={prose.title}>
      <p>{prose.steps[found.step]}</p>
      <p>{found.isCrossOrigin ? prose.rules[found.transport] : prose.sameOrigin}</p>
    </Section>
  );
}
