import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../src/content/probes/post-message-received';
import { openRecords } from '../../src/content/records';

const none = () => {};

describe('records of listeners', () => {
  const receipt = (): Receipt => ({
    source: null,
    senderOrigin: 'https://a.example',
    isTrusted: true,
    atMs: 1,
    count: 1,
    by: 'extension',
    data: null,
    listeners: [],
    readLate: [],
  });

  test('name the listeners that ran, however many there were before', () => {
    let current = receipt();
    const take = openRecords({
      tell: none,
      hint: none,
      tellWritten: none,
      navigating: none,
      dropped: none,
      receipt: () => current,
    });
    const listen = (id: number, name: string) =>
      take({ kind: 'listener', id, name, stack: null, text: `function ${name}() {}` });
    const ranWith = (id: number) => {
      current = receipt();
      take({ kind: 'ran', receipt: 1, listener: 0, reads: 0 });
      take({ kind: 'ran', receipt: 1, listener: id, reads: 1 });
      return current.listeners?.map(({ name, text }) => [name, text]);
    };

    listen(0, 'stays');
    for (let id = 1; id <= 1_500; id++) {
      listen(id, `once${id}`);
      const text = id === 1 ? 'function stays() {}' : null;
      expect(ranWith(id)).toEqual([
        ['stays', text],
        [`once${id}`, `function once${id}() {}`],
      ]);
    }
  });
});
