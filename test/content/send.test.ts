import { expect, test } from 'vitest';
import { openSend } from '../../src/content/send';

const stopped = new Error(
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
);
const noReceiver = new Error('Could not establish connection. Receiving end does not exist.');
const invalidated = new Error('Extension context invalidated.');

const message = { type: 'page-events', origin: 'https://a.example', events: [] } as const;

/** Sends a message to a background that gives these answers in turn and repeats the last one. */
async function sent(...answers: readonly unknown[]) {
  let tries = 0;
  let isLost = false;
  const send = openSend(
    async (received) => {
      expect(received).toBe(message);
      const answer = answers[Math.min(tries++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return answer;
    },
    (lost) => {
      expect(lost).toBe(message);
      isLost = true;
    },
  );
  return { answer: await send(message), tries, isLost };
}

test.each([
  ['an answer', [{ frameId: 3 }], { frameId: 3 }, 1],
  ['null', [null], null, 1],
  [
    'no answer, as in Chromium when it stopped before it received the message',
    [undefined, { frameId: 3 }],
    { frameId: 3 },
    2,
  ],
  ['an error, having stopped before it answered', [stopped, null], null, 2],
  ['an error, having stopped before it listened', [noReceiver, { frameId: 3 }], { frameId: 3 }, 2],
  ['an error again at the second try', [undefined, noReceiver, { frameId: 3 }], { frameId: 3 }, 3],
])(
  'sends a message until the background has received it, which answers with %s',
  async (_, answers, answer, tries) => {
    expect(await sent(...answers)).toEqual({ answer, tries, isLost: false });
  },
);

test.each([
  ['the extension was reloaded', invalidated],
  ['the extension is gone', noReceiver],
  ['the background stops at its start', stopped],
  ['there is no listener', undefined],
])('gives up after four tries if %s', async (_, answer) => {
  expect(await sent(answer)).toEqual({ answer: null, tries: 4, isLost: true });
});
