import { openerRows } from '../../../channels/kinds/opener';
import { openerStoryOf } from '../../../channels/opener-story';
import { openersProseFor } from '../../../prose/openers';
import type { ExchangeFacts } from '../../../protocol/facts';
import { FactRows } from '../ui/FactRows';
import { Section } from '../ui/Section';
import type { Words } from '../words';
import type { Around } from './use-closer-look';

interface OpenerProps {
  facts: ExchangeFacts;
  around: Around;
  words: Words;
}

/** The link between a document in a tab that the page opened and its opener; nothing of any other request. */
export function Opener({ facts, around, words }: OpenerProps) {
  if (facts.type !== 'main_frame') return null;
  const exchanges = around.entries.map((entry) => entry.facts);
  const story = openerStoryOf(facts, exchanges, around.pageEvents, around.browser);
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
