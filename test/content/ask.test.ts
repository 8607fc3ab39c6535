import { expect, test } from 'vitest';
import { openAsk } from '../../src/content/ask';
import type { Port } from '../../src/content/extension';
import { fakePort } from '../support/fake-browser';

const here = { type: 'where', whereabouts: [] } as const;

/** The runtime that Firefox gives a content script, with the ports that were opened. */
function firefox() {
  const ports: ReturnType<typeof fakePort>[] = [];
  const runtime = {
    getFrameId: () => 0,
    sendMessage: () => Promise.reject(new Error('not by a message')),
    connect({ name }: { readonly name: string }) {
      const port = fakePort(name, {});
      ports.push(port);
      return port as unknown as Port;
    },
  };
  return { ports, ...openAsk(runtime) };
}

test('sends messages in Chromium', async () => {
  const { ask } = openAsk({
    sendMessage: async (message) => message,
    connect() {
      throw new Error('not by a port');
    },
  });
  expect(await ask(here)).toBe(here);
});

test('matches answers to questions on one port in Firefox', async () => {
  const { ask, ports } = firefox();
  const [first, second] = [ask(here), ask(here)];
  const [port] = ports;
  expect([ports.length, port?.name, port?.heard]).toEqual([
    1,
    'document',
    [
      { id: 1, message: here },
      { id: 2, message: here },
    ],
  ]);
  port?.say({ id: 2, answer: 'second' });
  port?.say({ id: 1, answer: null });
  port?.say({ id: 7, answer: 'to no question' });
  expect(await Promise.all([first, second])).toEqual([null, 'second']);
});

test('rejects what a stopped background has not answered, and opens another port for the next question', async () => {
  const { ask, ports } = firefox();
  const asked = ask(here);
  ports[0]?.close();
  await expect(asked).rejects.toBeUndefined();
  const again = ask(here);
  ports[1]?.say({ id: 2, answer: 'there' });
  expect([ports.length, await again]).toEqual([2, 'there']);
});

test('resolves open questions with null when the document is left, and closes a port without open questions', async () => {
  const { ask, leave, ports } = firefox();
  const asked = ask(here);
  leave();
  expect([await asked, ports[0]?.state.isOpen]).toEqual([null, true]);
  expect(ports[0]?.heard.at(-1)).toBe('left');
  // The port that was left may still send an answer, and close.
  const next = ask(here);
  ports[0]?.say({ id: 1, answer: 'late' });
  ports[0]?.close();
  ports[1]?.say({ id: 2, answer: 'there' });
  expect(await next).toBe('there');
  leave();
  expect(ports[1]?.state.isOpen).toBe(false);
  leave();
});
