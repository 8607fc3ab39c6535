import { describe, expect, test } from 'vitest';
import { openWorkerRequests } from '../../src/background/worker-requests';
import type { RequestEvent } from '../../src/exchange/facts/facts';
import { frameFacts, started } from '../support/facts';

const shop = 'https://shop.example';

/** A watched tab that shows a document of that origin. */
function tab(kind: string, origin = shop) {
  const received: RequestEvent[] = [];
  const counted = { withheld: 0 };
  return {
    kind,
    frames: [frameFacts(0, `${origin}/`)],
    has: (id: string) => received.some(({ requestId }) => requestId === id),
    receive: (event: RequestEvent) => void received.push(event),
    withhold: () => void counted.withheld++,
    received,
    counted,
  };
}

const begin = (requestId: string) => started({ requestId, tabId: -1, origin: shop });
const sent = (requestId: string, atMs = 1_001): RequestEvent => ({
  type: 'headers-sent',
  requestId,
  atMs,
  url: 'https://api.example/',
  headerList: [['Cookie', 'secret']],
});

describe('the request of a worker', () => {
  // biome-ignore format: a table
  test.each<[string | null, readonly string[], number]>([
    // its kind     who receives it     how many count it
    ['default',     ['default'],        0],
    ['private',     ['private'],        0],
    ['container-2', ['container-2'],    0],
    ['container-3', [],                 0],
    [null,          [],                 3],
  ])('of the kind %j goes to %j, and %d tabs count it', (kind, receivers, counting) => {
    const tabs = ['default', 'private', 'container-2'].map((each) => tab(each));
    const other = tab(kind ?? 'default', 'https://other.example');
    const workers = openWorkerRequests(() => [...tabs, other]);
    workers.receive(begin('1'), kind);
    workers.receive(sent('1'), kind);
    expect(tabs.filter(({ received }) => received.length === 2).map((each) => each.kind)).toEqual(receivers);
    expect(tabs.filter(({ received }) => received.length > 0)).toHaveLength(receivers.length);
    expect(tabs.filter(({ counted }) => counted.withheld === 1)).toHaveLength(counting);
    expect([other.received, other.counted.withheld]).toEqual([[], 0]);
  });

  test('goes on to the tab that had its beginning, though a private window is open by then', () => {
    const regular = tab('default');
    const workers = openWorkerRequests(() => [regular]);
    workers.receive(begin('1'), 'default');
    workers.receive(sent('1'), null);
    expect(regular.received).toHaveLength(2);
  });

  test('has what came before its beginning, unless that is long ago', () => {
    const regular = tab('default');
    const workers = openWorkerRequests(() => [regular]);
    workers.receive(sent('1', 1_000), 'default');
    workers.receive(sent('2', 9_000), 'default');
    workers.sweep(10_000);
    workers.receive(begin('1'), 'default');
    workers.receive(begin('2'), 'default');
    expect(regular.received.map(({ type }) => type)).toEqual(['started', 'started', 'headers-sent']);
  });
});
