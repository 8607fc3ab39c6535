import { expect, test } from 'vitest';
import { readPageEvent } from '../../src/channels/read-page-event';
import { relationOf } from '../../src/engine/site';
import { channelOf } from '../../src/map/channel-of';
import type { PageEventFacts } from '../../src/protocol/page-events';
import {
  canvasRefused,
  channelTraffic,
  domAccess,
  domainAssigned,
  fragmentChanged,
  messageReceived,
  messageSent,
  openedDocument,
  scriptLoaded,
  socketTraffic,
  storageUse,
  windowName,
} from '../support/page-events';

const channel = (event: PageEventFacts) => channelOf(event, readPageEvent(event, relationOf));

test.each([
  ['received', messageReceived()],
  ['sent', messageSent()],
  ['window-name', windowName()],
  ['location-hash', fragmentChanged()],
  ['jsonp', scriptLoaded()],
  ['web-socket', socketTraffic()],
  ['channel', channelTraffic()],
])('a line of a map counts what reaches somebody: %s', (kind, event) => {
  expect(channel(event)).toMatchObject({ kind, count: event.count });
});

test.each([
  domainAssigned(),
  domAccess(),
  canvasRefused(),
  storageUse(),
  openedDocument(),
  scriptLoaded({ script: { ...scriptLoaded().script, calls: [] } }),
])('there is none where nobody is reached: $kind', (event) => {
  expect(channel(event)).toBeNull();
});
