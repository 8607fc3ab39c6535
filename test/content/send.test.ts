import { expect, test } from 'vitest';
import { openSend } from '../../src/content/send';

const stopped = new Error(
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
);
const noReceiver = new Error('Could not establish connection. Receiving end does not exist.');
const invalidated = new Error('Extension context invalidated.');

const message = { type: 'page-events', origin: 'https://a.example', events: [] } as const;

/** What comes of a message where the background answers so, one time after another, and goes on with the last. */
async function sent(...answers: readonly unknown[]) {
  let told = 0;
  let isLost = false;
  const send = openSend(
    async (heard) => {
      expect(heard).toBe(message);
      const answer = answers[Math.min(told++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return answer;
    },
    (lost) => {
      expect(lost).toBe(message);
      isLost = true;
    },
  );
  return { answer: await send(message), told, isLost };
}

test.each([
  ['an answer', [{ frameId: 3 }], { frameId: 3 }, 1],
  ['nothing to answer', [null], null, 1],
  [
    'stopped before it heard, which Chromium answers with nothing',
    [undefined, { frameId: 3 }],
    { frameId: 3 },
    2,
  ],
  ['stopped before it answered', [stopped, null], null, 2],
  ['stopped before it listened', [noReceiver, { frameId: 3 }], { frameId: 3 }, 2],
  ['stopped again as the next one was told', [undefined, noReceiver, { frameId: 3 }], { frameId: 3 }, 3],
])('what the background has not heard is told again: %s', async (_, answers, answer, told) => {
  expect(await sent(...answers)).toEqual({ answer, told, isLost: false });
});

test.each([
  ['the extension was reloaded', invalidated],
  ['the extension is no more', noReceiver],
  ['the background stops at its start', stopped],
  ['nobody listens', undefined],
])('who cannot be reached is not told for ever: %s', async (_, answer) => {
  expect(await sent(answer)).toEqual({ answer: null, told: 4, isLost: true });
});
