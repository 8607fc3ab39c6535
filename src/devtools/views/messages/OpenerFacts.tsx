import { openerStory } from '../../../channels/opener-story';
import type { OpenedDocument } from '../../../protocol/page-events';
import { OpenerLink } from '../detail/OpenerLink';
import { Fact } from '../ui/Fact';
import { Value } from '../ui/Value';
import type { EventFactsProps } from './TrafficFacts';

/** A document in a tab that the page opened: its link to who opened it, and its URL. */
export function OpenerFacts({ event, panel, prose, words }: EventFactsProps<OpenedDocument>) {
  const { browser } = panel.recording.value;
  if (!browser) return null;
  const exchanges = panel.entries.value.map(({ facts }) => facts);
  const story = openerStory(event, exchanges, panel.pageEvents.value, browser.name);
  return (
    <OpenerLink story={story} words={words}>
      <Fact name={prose.detail.url}>
        <Value text={event.url} words={words} />
      </Fact>
    </OpenerLink>
  );
}
