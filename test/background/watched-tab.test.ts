import { expect, test } from 'vitest';
import { openWatchedTab, type Watcher } from '../../src/background/watched-tab';
import type { StartedEvent } from '../../src/exchange/facts';
import type { ToWatcher } from '../../src/protocol/messages';

const document: StartedEvent = {
  type: 'started',
  requestId: '7',
  atMs: 1,
  url: 'http://www.a.test/page',
  method: 'GET',
  tabId: 1,
  frameId: 0,
  documentId: null,
  initiator: 'unknown',
  resourceType: 'main_frame',
  origin: null,
};

test('the request of a document is told before its commit, however quickly that comes', () => {
  const said: ToWatcher[] = [];
  const watcher: Watcher = {
    post: (message) => said.push(message),
    onMessage() {},
    onClose() {},
    close() {},
  };
  const tab = openWatchedTab('firefox', () => {});
  tab.watchers.add(watcher);
  tab.receive(document);
  expect(said).toEqual([]);
  tab.committed('D', null, 2);
  expect(said).toMatchObject([{ type: 'exchanges', exchanges: [{ facts: { id: '7' } }] }]);
});
