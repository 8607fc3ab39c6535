import { describe, expect, test } from 'vitest';
import { asRecord } from '../../src/protocol/bounded';
import { openChannel, type PortLike } from '../../src/protocol/channel';

type Incoming = { readonly type: 'question'; readonly text: string };
type Outgoing = { readonly type: 'answer'; readonly text: string };

function parse(message: unknown): Incoming | null {
  const { type, text } = asRecord(message) ?? {};
  return type === 'question' && typeof text === 'string' ? { type, text } : null;
}

/** A port whose other end is the test. */
function fakePort() {
  const posted: unknown[] = [];
  const onMessage: ((message: unknown) => void)[] = [];
  const onDisconnect: (() => void)[] = [];
  let disconnects = 0;
  const port: PortLike = {
    postMessage: (message) => posted.push(message),
    disconnect: () => disconnects++,
    onMessage: { addListener: (listener) => onMessage.push(listener) },
    onDisconnect: { addListener: (listener) => onDisconnect.push(listener) },
  };
  return {
    port,
    posted,
    send: (message: unknown) => onMessage.forEach((listener) => void listener(message)),
    disconnectOther: () => onDisconnect.forEach((listener) => void listener()),
    disconnects: () => disconnects,
  };
}

describe('a channel', () => {
  const open = () => {
    const other = fakePort();
    const channel = openChannel<Incoming, Outgoing>(other.port, parse);
    const received: Incoming[] = [];
    channel.onMessage((message) => received.push(message));
    return { ...other, channel, received };
  };

  test('passes on valid messages in both directions', () => {
    const { channel, send, received, posted } = open();
    send({ type: 'question', text: '?' });
    channel.post({ type: 'answer', text: '!' });
    expect(received).toEqual([{ type: 'question', text: '?' }]);
    expect(posted).toEqual([{ type: 'answer', text: '!' }]);
  });

  test.each([
    { type: 'wach' },
    { type: 'answer', text: '!' },
    { type: 'question' },
    { type: 'toString' },
    'question',
    null,
    undefined,
  ])('ignores %j, which is not valid', (message) => {
    const { send, received } = open();
    send(message);
    send({ type: 'question', text: '?' });
    expect(received).toEqual([{ type: 'question', text: '?' }]);
  });

  test('receives nothing after it was closed', () => {
    const { channel, send, received } = open();
    channel.close();
    send({ type: 'question', text: '?' });
    expect(received).toEqual([]);
  });

  test('posts nothing after the other end has disconnected', () => {
    const { channel, disconnectOther, posted } = open();
    let closed = 0;
    channel.onClose(() => closed++);
    disconnectOther();
    channel.post({ type: 'answer', text: '!' });
    expect(posted).toEqual([]);
    expect(closed).toBe(1);
  });

  test('posts nothing after it was closed', () => {
    const { channel, posted, disconnects } = open();
    channel.close();
    channel.post({ type: 'answer', text: '!' });
    expect(posted).toEqual([]);
    expect(disconnects()).toBe(1);
  });
});
