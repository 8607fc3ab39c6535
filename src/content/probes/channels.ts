import { readerOf, tryReader } from '../members';
import { openNotes } from '../natives';
import { type Patch, watched, watchedClass } from '../patch';
import type { End, Traffic } from '../traffic';
import type { TargetName } from './message-targets';
import type { Sender } from './post-message-counted';

type ChannelName = Exclude<TargetName, 'WebSocket'>;

/** An end of a channel, and its other end if both were made here. */
interface Noted {
  readonly __proto__: null;
  readonly end: End;
  readonly other: object | null;
  isUsed: boolean;
}

/** Observes channels. */
export interface Channels {
  readonly patches: readonly Patch[];
  /** Takes a worker that the page made. */
  made(api: 'worker' | 'shared-worker', worker: object, url: string): void;
  /** Takes the ports of a message to this window. */
  withPorts(event: Event, sender: Sender): void;
  /** Notes that the page listens to an end. */
  listens(name: TargetName, target: object): void;
  /** Counts a message that an end received. */
  came(name: ChannelName, target: object): void;
}

const maxPorts = 20;

/**
 * Counts messages of ports, broadcast channels and workers at the ends in this realm, in the page's world,
 * and never reads them. Nothing is reported between two ports of one document, because nothing crosses a
 * boundary there.
 */
export function observeChannels(traffic: Traffic): Channels {
  const notes = openNotes<Noted>();
  const portsOf = readerOf(MessageEvent.prototype, 'ports');
  const nameOf = tryReader(readerOf(BroadcastChannel.prototype, 'name'));
  const [first, second] = [
    readerOf(MessageChannel.prototype, 'port1'),
    readerOf(MessageChannel.prototype, 'port2'),
  ];
  const portOf =
    'SharedWorker' in window ? readerOf(SharedWorker.prototype, 'port') : (worker: object) => worker;
  let lastId = 0;

  const note = (target: object, channel: string, name: string, from: string | null, other: object | null) => {
    const end = traffic.end('channel', { __proto__: null, end: `${++lastId}`, channel, name, from });
    const noted: Noted = { __proto__: null, end, other, isUsed: false };
    notes.put(target, noted);
    return noted;
  };
  const noted = (name: ChannelName, target: object): Noted => {
    const known = notes.of(target);
    if (known) return known;
    if (name === 'BroadcastChannel')
      return note(target, 'broadcast-channel', nameOf(target) as string, null, null);
    return note(target, name === 'Worker' ? 'worker' : 'message-port', '', null, null);
  };
  const use = (name: ChannelName, target: object): Noted => {
    const known = noted(name, target);
    known.isUsed = true;
    return known;
  };
  const count = (name: ChannelName, target: object, direction: 'sent' | 'received') => {
    const { end, other } = use(name, target);
    if (!other || !notes.of(other)?.isUsed) traffic.count(end, direction);
  };
  const sent = (name: ChannelName) =>
    watched<never>(window[name].prototype, 'postMessage', {
      before(self) {
        count(name, self as object, 'sent');
        return null;
      },
    });

  return {
    patches: [
      sent('MessagePort'),
      sent('BroadcastChannel'),
      sent('Worker'),
      watchedClass<true>('MessageChannel', {
        before: () => true,
        returned(_, channel) {
          const port1 = first(channel as object) as object;
          const port2 = second(channel as object) as object;
          note(port1, 'message-port', '', null, port2);
          note(port2, 'message-port', '', null, port1);
        },
      }),
    ],
    made(api, worker, url) {
      note(api === 'worker' ? worker : (portOf(worker) as object), api, url, null, null);
    },
    withPorts(event, { origin }) {
      const ports = portsOf(event) as readonly object[];
      for (let index = 0; index < ports.length && index < maxPorts; index++) {
        const port = ports[index];
        if (port && !notes.of(port)) note(port, 'message-port', '', origin, null);
      }
    },
    listens(name, target) {
      if (name !== 'WebSocket') use(name, target);
    },
    came: (name, target) => count(name, target, 'received'),
  };
}
