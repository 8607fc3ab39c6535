import { openerStory } from '../../../channels/opener-story';
import type { OpenedDocument } from '../../../protocol/page-events';
import { Fact } from '../detail/Fact';
import { OpenerLink } from '../detail/OpenerLink';
import { Value } from '../text/Value';
import type { EventFactsProps } from './TrafficFacts';

/** A document in a tab that the page opened: its URL, and its link to who opened it. */
export function OpenerFacts({ event, panel, prose, words }: EventFactsProps<OpenedDocument>) {
  const { browser } = panel.recording.value;
  const exchanges = panel.entries.value.map(({ facts }) => facts);
  return (
    <>
      {browser && (
        <OpenerLink
          story={openerStory(event, exchanges, panel.pageEvents.value, browser.name)}
          words={words}
        />
      )}
      <dl class="facts">
        <Fact name={prose.detail.url}>
          <Value text={event.url} words={words} />
        </Fact>
      </dl>
    </>
  );
}
