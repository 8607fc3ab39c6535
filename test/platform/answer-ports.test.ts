import { expect, test, vi } from 'vitest';
import { answerPorts } from '../../src/platform/browser-api';
import { fakeBrowser, fakePort } from '../support/fake-browser';

/** A port to a background that answers questions by that name. */
function ported(answer: (message: unknown) => Promise<unknown> | null, name = 'document') {
  const { api, browser } = fakeBrowser({ tabs: [] });
  answerPorts(browser, 'document', answer);
  const port = fakePort(name, { id: 'own' });
  api.runtime.onConnect.dispatch(port);
  return port;
}

const answers = [
  ['what it gets', async (message: unknown) => ({ heard: message }), [{ id: 3, answer: { heard: 'hello' } }]],
  ['nothing where nobody takes it', () => null, [{ id: 3, answer: undefined }]],
  ['nothing where the answer fails', () => Promise.reject(new Error('no')), [{ id: 3, answer: undefined }]],
] as const;

test.each(answers)('a question by a port is answered with %s', async (_, answer, reported) => {
  const port = ported(answer);
  port.say({ id: 3, message: 'hello' });
  await vi.waitFor(() => expect(port.heard).toEqual(reported));
});

test('who has left is heard to the end, and not answered', async () => {
  const reported: unknown[] = [];
  let respond = (_: unknown): void => {};
  const port = ported((message) => {
    reported.push(message);
    return new Promise((resolve) => {
      respond = resolve;
    });
  });
  port.say({ id: 1, message: 'first' });
  port.say({ id: 2, message: 'last' });
  port.say('left');
  respond('late');
  await Promise.resolve();
  expect([reported, port.heard]).toEqual([['first', 'last'], []]);
});

test.each([[null], [{}], [{ id: -1, message: 'x' }], [{ id: '1' }], ['right']])(
  '%j is no question',
  async (asked) => {
    const reported: unknown[] = [];
    const port = ported(async (message) => void reported.push(message));
    port.say(asked);
    expect([reported, port.heard]).toEqual([[], []]);
  },
);

test('ports of other names are of others', async () => {
  const port = ported(async () => 'answer', 'watch');
  port.say({ id: 1, message: 'x' });
  await Promise.resolve();
  expect(port.heard).toEqual([]);
});
