import type { Relay } from '../../../channels/relays';
import type { MessagesProse } from '../../../prose/messages';
import { type RelaysProse, relayLine } from '../../../prose/relays';
import { Visible } from '../ui/Visible';

const mostListed = 50;

interface MapRelaysProps {
  relays: readonly Relay[];
  prose: RelaysProse;
  messages: MessagesProse;
  onOpen(relay: Relay, label: string): void;
}

/** Draws the relays of the map as a list. Each item opens the steps of its relay. */
export function MapRelays({ relays, prose, messages, onOpen }: MapRelaysProps) {
  if (relays.length === 0) return null;
  return (
    <ul class="map-relays" aria-label={prose.heading}>
      {relays.slice(0, mostListed).map((relay, index) => (
        <li key={`${index} ${relay.kind}`} class="is-channel">
          <button type="button" class="link map-what" onClick={() => onOpen(relay, prose.title)}>
            <Visible text={relayLine(relay, prose, messages)} />
          </button>
        </li>
      ))}
    </ul>
  );
}
