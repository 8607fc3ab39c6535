import { openerRows } from '../../../channels/opener-rows';
import type { OpenerStory } from '../../../channels/opener-story';
import { openersProseFor } from '../../../prose/openers';
import { FactRows } from '../ui/FactRows';
import { Section } from '../ui/Section';
import type { Words } from '../words';

interface OpenerProps {
  story: OpenerStory | null;
  words: Words;
}

/** The link between a document in a tab that the page opened and its opener; nothing for any other request. */
export function Opener({ story, words }: OpenerProps) {
  const prose = openersProseFor(words.language);
  return (
    story && (
      <Section title={prose.title}>
        <dl class="facts">
          <FactRows rows={openerRows(story, prose)} words={words} />
        </dl>
      </Section>
    )
  );
}
