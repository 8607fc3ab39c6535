import { otherEndsSeen } from '../../../channels/message-channels';
import { own } from '../../../channels/reading';
import { openingHandshake } from '../../../channels/web-socket';
import { lastHop } from '../../../exchange/facts/facts';
import type { MessagesProse } from '../../../prose/messages';
import type { ChannelTraffic, SocketTraffic } from '../../../protocol/page-events';
import type { PanelStore } from '../../store/store';
import { Fact } from '../ui/Fact';
import { Value } from '../ui/Value';
import type { Words } from '../words';
import { partyLabel } from './who';

/** What the facts of an event are told from. */
export interface EventFactsProps<Event> {
  event: Event;
  panel: PanelStore;
  prose: MessagesProse;
  words: Words;
}

/** A socket: its URL, how its handshake ended, and how much went through. */
export function SocketFacts({ event, panel, prose, words }: EventFactsProps<SocketTraffic>) {
  const { detail, what } = prose;
  const facts = openingHandshake(
    event,
    panel.entries.value.map((entry) => entry.facts),
  );
  const status = facts && lastHop(facts).status;
  const failed = facts?.end?.how === 'failed' ? detail.handshakeFailed : detail.handshakeUnknown;
  return (
    <dl class="facts">
      <Fact name={detail.url}>
        <Value text={event.url} words={words} />
      </Fact>
      <Fact name={detail.handshake}>{status == null ? failed : detail.handshakeStatus(status)}</Fact>
      <Fact name={detail.size}>{what.size(event.characters, event.bytes)}</Fact>
    </dl>
  );
}

/** A channel: what it is, its name, and who else was seen to use it. */
export function ChannelFacts({ event, panel, prose, words }: EventFactsProps<ChannelTraffic>) {
  const { detail, what } = prose;
  const ends = otherEndsSeen(event, panel.pageEvents.value);
  return (
    <dl class="facts">
      <Fact name={detail.channel}>
        {what.channels[event.channel]} {event.name !== '' && <Value text={event.name} words={words} />}
      </Fact>
      <Fact name={detail.otherEnds}>
        {ends.length === 0
          ? detail.noOtherEnds
          : ends.map((end) => <p key={end.id}>{partyLabel(own(end), prose)}</p>)}
      </Fact>
    </dl>
  );
}
