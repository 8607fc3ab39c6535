import { expect, test } from 'vitest';
import { openAsk } from '../../src/content/ask';
import type { Port } from '../../src/content/extension';
import { fakePort } from '../support/fake-browser';

const here = { type: 'where', whereabouts: [] } as const;

/** What Firefox gives a content script, with the ports that were opened. */
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

test('Chromium is asked by messages', async () => {
  const { ask } = openAsk({
    sendMessage: async (message) => message,
    connect() {
      throw new Error('not by a port');
    },
  });
  expect(await ask(here)).toBe(here);
});

test('each question gets its own answer, by one port', async () => {
  const { ask, ports } = firefox();
  const [one, other] = [ask(here), ask(here)];
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
  port?.say({ id: 7, answer: 'of nobody' });
  expect(await Promise.all([one, other])).toEqual([null, 'second']);
});

test('what a stopped background has not answered is rejected, and the next question opens a port', async () => {
  const { ask, ports } = firefox();
  const asked = ask(here);
  ports[0]?.close();
  await expect(asked).rejects.toBeUndefined();
  const again = ask(here);
  ports[1]?.say({ id: 2, answer: 'there' });
  expect([ports.length, await again]).toEqual([2, 'there']);
});

test('who leaves waits for nothing, and hangs up where no answer is under way', async () => {
  const { ask, leave, ports } = firefox();
  const asked = ask(here);
  leave();
  expect([await asked, ports[0]?.state.isOpen]).toEqual([null, true]);
  expect(ports[0]?.heard.at(-1)).toBe('left');
  // The port that was left may still say something, and end.
  const next = ask(here);
  ports[0]?.say({ id: 1, answer: 'late' });
  ports[0]?.close();
  ports[1]?.say({ id: 2, answer: 'there' });
  expect(await next).toBe('there');
  leave();
  expect(ports[1]?.state.isOpen).toBe(false);
  leave();
});
