import type { OpenerStory } from '../../../channels/opener-story';
import { openersProseFor } from '../../../prose/openers';
import { Section } from '../ui/Section';
import type { Words } from '../words';
import { OpenerLink } from './OpenerLink';

interface OpenerProps {
  story: OpenerStory | null;
  words: Words;
}

/** The link between a document in a tab that the page opened and its opener; nothing for any other request. */
export function Opener({ story, words }: OpenerProps) {
  return (
    story && (
      <Section title={openersProseFor(words.language).title}>
        <OpenerLink story={story} words={words} />
      </Section>
    )
  );
}
