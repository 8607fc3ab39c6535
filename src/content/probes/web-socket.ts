import type { Calls, Moment } from '../calls';
import { awaitEnd } from '../ends';
import { readerOf } from '../members';
import { apply, slice } from '../natives';
import { type Patch, watchedClass } from '../patch';

interface Noted {
  readonly moment: Moment;
  readonly given: unknown;
}

/** Sees each WebSocket that is made, and whether it opens, in the page's world. */
export function observeWebSockets(calls: Calls): Patch {
  const url = readerOf(WebSocket.prototype, 'url');
  const endOf = awaitEnd(calls);
  const tell = (moment: Moment, given: unknown) => {
    const absolute = calls.absolute(given);
    if (absolute === null) return null;
    const isHttp = apply(slice, absolute, [0, 4]) === 'http';
    return calls.tell(moment, {
      api: 'websocket',
      url: isHttp ? `ws${apply(slice, absolute, [4])}` : absolute,
    });
  };
  return watchedClass<Noted>('WebSocket', {
    before(_, args) {
      const moment = args.length > 0 ? calls.moment() : null;
      return moment && { moment, given: args[0] };
    },
    returned({ moment }, socket) {
      const call = tell(moment, url(socket as object));
      if (call !== null) endOf(socket as object, call);
    },
    threw({ moment, given }, error) {
      const call = tell(moment, given);
      if (call !== null) calls.threw(call, error);
    },
  });
}
