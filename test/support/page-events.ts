import type { MessageReceived } from '../../src/protocol/page-events';

/** A message that a window of `https://page.example` got from `https://other.example`, `part` apart. */
export function messageReceived(part: Partial<MessageReceived> = {}): MessageReceived {
  return {
    kind: 'post-message',
    direction: 'received',
    id: 'm1',
    atMs: 1_000,
    frame: { frameId: 0, documentId: 'd1', origin: 'https://page.example' },
    openedTabId: null,
    source: 'extension',
    count: 1,
    senderOrigin: 'https://other.example',
    from: null,
    isTrusted: true,
    data: null,
    listeners: null,
    ...part,
  };
}
