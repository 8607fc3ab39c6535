import type { OpenerDetails } from '../../../channels/opener-details';
import { openerRows } from '../../../channels/opener-rows';
import { openersProseFor } from '../../../prose/openers';
import { FactRows } from '../ui/FactRows';
import { Section } from '../ui/Section';
import type { Words } from '../words';

interface OpenerProps {
  story: OpenerDetails | null;
  words: Words;
}

/**
 * Draws a section about the opener of a document in a tab that the page opened; nothing for other requests.
 */
export function Opener({ story: details, words }: OpenerProps) {
  const prose = openersProseFor(words.language);
  return (
    details && (
      <Section title={prose.title}>
        <dl class="facts">
          <FactRows rows={openerRows(details, prose)} words={words} />
        </dl>
      </Section>
    )
  );
}
