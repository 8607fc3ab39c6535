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
  const said: unknown[] = [];
  const onMessage: ((message: unknown) => void)[] = [];
  const onDisconnect: (() => void)[] = [];
  let disconnects = 0;
  const port: PortLike = {
    postMessage: (message) => said.push(message),
    disconnect: () => disconnects++,
    onMessage: { addListener: (listener) => onMessage.push(listener) },
    onDisconnect: { addListener: (listener) => onDisconnect.push(listener) },
  };
  return {
    port,
    said,
    say: (message: unknown) => onMessage.forEach((listener) => void listener(message)),
    hangUp: () => onDisconnect.forEach((listener) => void listener()),
    disconnects: () => disconnects,
  };
}

describe('a channel', () => {
  const open = () => {
    const other = fakePort();
    const channel = openChannel<Incoming, Outgoing>(other.port, parse);
    const heard: Incoming[] = [];
    channel.onMessage((message) => heard.push(message));
    return { ...other, channel, heard };
  };

  test('hears what it accepts, and says what it is told', () => {
    const { channel, say, heard, said } = open();
    say({ type: 'question', text: '?' });
    channel.post({ type: 'answer', text: '!' });
    expect(heard).toEqual([{ type: 'question', text: '?' }]);
    expect(said).toEqual([{ type: 'answer', text: '!' }]);
  });

  test.each([
    { type: 'wach' },
    { type: 'answer', text: '!' },
    { type: 'question' },
    { type: 'toString' },
    'question',
    null,
    undefined,
  ])('does not hear %j, which is not understood', (message) => {
    const { say, heard } = open();
    say(message);
    say({ type: 'question', text: '?' });
    expect(heard).toEqual([{ type: 'question', text: '?' }]);
  });

  test('hears nothing once it has hung up itself', () => {
    const { channel, say, heard } = open();
    channel.close();
    say({ type: 'question', text: '?' });
    expect(heard).toEqual([]);
  });

  test('says nothing once the other end has hung up', () => {
    const { channel, hangUp, said } = open();
    let closed = 0;
    channel.onClose(() => closed++);
    hangUp();
    channel.post({ type: 'answer', text: '!' });
    expect(said).toEqual([]);
    expect(closed).toBe(1);
  });

  test('says nothing once it has hung up itself', () => {
    const { channel, said, disconnects } = open();
    channel.close();
    channel.post({ type: 'answer', text: '!' });
    expect(said).toEqual([]);
    expect(disconnects()).toBe(1);
  });
});
