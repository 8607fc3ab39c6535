import { expect, test } from 'vitest';
import { readPageEvent } from '../../src/channels/read-page-event';
import type { Relay, RelayStep } from '../../src/channels/relays';
import { relationOf } from '../../src/engine/site';
import { channelOf, relayChannelOf, relayLoads } from '../../src/map/channel-of';
import type { PageEventFacts } from '../../src/protocol/page-events';
import { pageEvent } from '../support/page-events';

const channel = (event: PageEventFacts) => channelOf(event, readPageEvent(event, relationOf));

test.each([
  ['received', pageEvent.messageReceived()],
  ['sent', pageEvent.messageSent()],
  ['window-name', pageEvent.windowName()],
  ['location-hash', pageEvent.fragmentChanged()],
  ['jsonp', pageEvent.scriptLoaded()],
  ['websocket', pageEvent.socketTraffic()],
  ['message-port', pageEvent.channelTraffic()],
  ['worker-message', pageEvent.channelTraffic({ channel: 'shared-worker' })],
])('a line of the map counts events that reach another party: %s', (kind, event) => {
  expect(channel(event)).toMatchObject({ kind, count: event.count });
});

test.each([
  pageEvent.domainAssigned(),
  pageEvent.domAccess(),
  pageEvent.canvasRefused(),
  pageEvent.storageUse(),
  pageEvent.openedDocument(),
  pageEvent.scriptLoaded({ script: { ...pageEvent.scriptLoaded().script, calls: [] } }),
])('events that reach no other party have no line: $kind', (event) => {
  expect(channel(event)).toBeNull();
});

test('a step of a relay has both ends, and steps known only from a request are drawn too', () => {
  const [a, b, c] = [
    { frameId: 0, documentId: 'a', origin: 'https://page.example' },
    { frameId: 4, documentId: null, origin: 'https://other.example' },
    { frameId: 4, documentId: 'c', origin: 'https://page.example' },
  ] as const;
  const round: readonly RelayStep[] = [
    { what: 'b-loaded', kind: 'exchange', id: 'r1', between: [a, b] },
    { what: 'found', kind: 'page-event', id: 'e1', between: [b, c] },
  ];
  const relay: Relay = {
    kind: 'name-relay',
    certainty: 'likely',
    frames: [a, b, c],
    rounds: [round],
    unseen: [],
  };
  const gone = { ...b, documentId: '' };
  expect(relayLoads([relay])).toMatchObject([{ kind: 'name-relay', from: a, to: gone, count: 1 }]);
  expect(relayChannelOf({ relay, round, nth: 2 }, 1)).toMatchObject({ from: gone, to: c });
});
