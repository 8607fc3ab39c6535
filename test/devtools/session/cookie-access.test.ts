import { expect, test } from 'vitest';
import { openCookieAccess } from '../../../src/devtools/session/cookie-access';
import type { PortLike } from '../../../src/protocol/channel';

/** Returns a background that gives this answer to each question; null: it stops instead. */
function backgroundThat(answer: unknown) {
  const questions: unknown[] = [];
  const connect = (name: string): PortLike => {
    const messages: ((message: unknown) => void)[] = [];
    const closes: (() => void)[] = [];
    return {
      postMessage(question) {
        questions.push([name, question]);
        if (answer === null) for (const close of closes) close();
        else for (const receive of messages) receive(answer);
      },
      disconnect: () => {},
      onMessage: { addListener: (listener) => messages.push(listener) },
      onDisconnect: { addListener: (listener) => closes.push(listener) },
    };
  };
  return { questions, connect };
}

test('reads stored cookies through the background', async () => {
  const stored = {
    name: 'a',
    value: '1',
    domain: '.a.example',
    hostOnly: false,
    path: '/',
    secure: true,
    sameSite: 'no_restriction',
    expirationDate: 12,
    partitionKey: { topLevelSite: 'https://page.example' },
  };
  const { questions, connect } = backgroundThat({ type: 'kept', cookies: [stored] });
  const access = openCookieAccess({ permissions: undefined, connect, tabId: 7 });
  expect((await access.kept(['a.example']))?.cookies).toEqual([
    {
      name: 'a',
      value: '1',
      domain: 'a.example',
      isHostOnly: false,
      path: '/',
      isSecure: true,
      isPartitioned: true,
      sameSite: 'none',
      expiresAtMs: 12_000,
      partition: 'https://page.example',
    },
  ]);
  expect(questions).toEqual([['cookies', { type: 'kept', tabId: 7, hosts: ['a.example'] }]]);
});

test('returns null if the background stops without an answer', async () => {
  const { questions, connect } = backgroundThat(null);
  const access = openCookieAccess({ permissions: undefined, connect, tabId: 7 });
  expect(await access.kept(['a.example'])).toBeNull();
  expect(await access.kept(['a.example'])).toBeNull();
  expect(questions).toHaveLength(2);
  expect(await access.permit()).toBe(false);
});

test('requests the permission in the panel if the browser allows it, otherwise in a page of its own', async () => {
  const requests: unknown[] = [];
  const permissions = {
    request: (wanted: unknown) => {
      requests.push(wanted);
      return Promise.resolve(true);
    },
    contains: () => Promise.resolve(false),
  };
  const { questions, connect } = backgroundThat({ type: 'permitted' });
  expect(await openCookieAccess({ permissions, connect, tabId: 7 }).permit()).toBe(true);
  expect([requests, questions]).toEqual([[{ permissions: ['cookies'] }], []]);
  expect(await openCookieAccess({ permissions: undefined, connect, tabId: 7 }).permit()).toBe(true);
  expect(questions).toEqual([['cookies', { type: 'permit' }]]);
});

test('does not wake the background repeatedly while the permission is missing', async () => {
  const { questions, connect } = backgroundThat({ type: 'kept', cookies: null });
  const access = openCookieAccess({ permissions: undefined, connect, tabId: 7 });
  for (let time = 0; time < 3; time++) expect(await access.kept(['a.example'])).toBeNull();
  expect(questions).toHaveLength(1);

  let isGiven = false;
  const permissions = {
    request: () => Promise.resolve(true),
    contains: () => Promise.resolve(isGiven),
  };
  const direct = openCookieAccess({ permissions, connect, tabId: 7 });
  expect(await direct.kept(['a.example'])).toBeNull();
  expect(questions).toHaveLength(1);
  isGiven = true;
  await direct.kept(['a.example']);
  expect(questions).toHaveLength(2);
});
