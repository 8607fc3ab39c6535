import type { Calls, Moment } from '../calls';
import { awaitEnd } from '../ends';
import { readerOf } from '../members';
import { apply, openNotes, slice } from '../natives';
import { type Patch, watched, watchedClass } from '../patch';
import { openSizes } from '../sizes';
import type { End, Traffic } from '../traffic';

interface Noted {
  readonly moment: Moment;
  readonly given: unknown;
}

/** Observes WebSockets. */
export interface WebSockets {
  readonly patches: readonly Patch[];
  /** Counts a message that a socket received. */
  came(socket: object, event: MessageEvent): void;
}

/** The `readyState` in which `send()` throws. */
const connecting = 0;

/** Observes each WebSocket, whether it opens, and how much goes through it, in the page's world. */
export function observeWebSockets(calls: Calls, traffic: Traffic): WebSockets {
  const url = readerOf(WebSocket.prototype, 'url');
  const dataOf = readerOf(MessageEvent.prototype, 'data');
  const readyState = readerOf(WebSocket.prototype, 'readyState');
  const sizes = openSizes();
  const ends = openNotes<End>();
  const endOf = awaitEnd(calls);
  const noteEnd = (socket: object, call: string | null): End => {
    const words = { __proto__: null, call, url: url(socket) as string } as const;
    const end = traffic.end('websocket', words);
    ends.put(socket, end);
    return end;
  };
  const count = (socket: object, direction: 'sent' | 'received', data: unknown) => {
    const end = ends.of(socket) ?? noteEnd(socket, null);
    traffic.count(end, direction, sizes.characters(data), sizes.bytes(data));
  };
  const tell = (moment: Moment, given: unknown) => {
    const absolute = calls.absolute(given);
    if (absolute === null) return null;
    const isHttp = apply(slice, absolute, [0, 4]) === 'http';
    return calls.tell(moment, {
      api: 'websocket',
      url: isHttp ? `ws${apply(slice, absolute, [4])}` : absolute,
    });
  };
  const made = watchedClass<Noted>('WebSocket', {
    before(_, args) {
      const moment = args.length > 0 ? calls.moment() : null;
      const given = moment && calls.absolute(args[0]);
      return moment && given !== null ? { moment, given } : null;
    },
    returned({ moment }, socket) {
      const call = tell(moment, url(socket as object));
      noteEnd(socket as object, call);
      if (call !== null) endOf(socket as object, call);
    },
    threw({ moment, given }, error) {
      const call = tell(moment, given);
      if (call !== null) calls.threw(call, error);
    },
  });
  const sent = watched<never>(WebSocket.prototype, 'send', {
    before(self, args) {
      const socket = self as object;
      if (args.length > 0 && readyState(socket) !== connecting) count(socket, 'sent', args[0]);
      return null;
    },
  });
  return { patches: [made, sent], came: (socket, event) => count(socket, 'received', dataOf(event)) };
}
