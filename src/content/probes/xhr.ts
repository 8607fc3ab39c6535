import type { PageEnd } from '../../protocol/page-hints';
import type { Calls } from '../calls';
import { isMadeBy, readerOf, textOf } from '../members';
import { apply, listen, openNotes } from '../natives';
import { type Patch, watched } from '../patch';

/** An opened XMLHttpRequest, and what was set on it since. */
interface Opened {
  readonly __proto__: null;
  readonly method: string | null;
  /** null if only the page's code could provide it. */
  readonly url: string | null;
  readonly isSync: boolean;
  headerNames: string | null;
  isSent: boolean;
  /** The id of the call until its end is reported; null otherwise. */
  call: string | null;
}

const [isOpen, done] = [1, 4];

/** Observes what each XMLHttpRequest of this realm requests, and how it ends, in the page's world. */
export function observeXhr(calls: Calls): readonly Patch[] {
  const { toLowerCase } = String.prototype;
  const requests = openNotes<Opened>();
  const { prototype } = XMLHttpRequest;
  const withCredentials = readerOf(prototype, 'withCredentials');
  const readyState = readerOf(prototype, 'readyState');
  const status = readerOf(prototype, 'status');

  /** Whether `open()` throws for a method, which changes nothing. */
  const isForbidden = (method: string | null) => {
    const name: unknown = method === null ? null : apply(toLowerCase, method, []);
    return name === 'connect' || name === 'trace' || name === 'track';
  };
  const end = (opened: Opened | undefined, how: PageEnd) => {
    if (!opened || opened.call === null) return;
    calls.ended(opened.call, how);
    opened.call = null;
  };
  /** One function for all requests, so that the browser does not add it twice. */
  const listener = (how: PageEnd) =>
    function (this: object, { isTrusted }: Event) {
      // An earlier listener may have opened it again.
      if (isTrusted && readyState(this) === done) end(requests.of(this), how);
    };
  const listeners = [
    ['load', listener('load')],
    ['error', listener('error')],
    ['abort', listener('aborted')],
    ['timeout', listener('aborted')],
  ] as const;

  /** The end of a call whose object is opened again, possibly during its own end event; null if not known. */
  const endBy = (self: object): PageEnd | null =>
    readyState(self) !== done ? 'aborted' : status(self) === 0 ? null : 'load';

  return [
    watched<never>(prototype, 'open', {
      before(self, args) {
        if (!isMadeBy(prototype, self) || args.length < 2) return null;
        const method = textOf(args[0]);
        const url = calls.absolute(args[1]);
        if (isForbidden(method)) return null;
        const before = endBy(self);
        if (before) end(requests.of(self), before);
        const isSync = args.length > 2 && !args[2];
        requests.put(self, {
          __proto__: null,
          method,
          url,
          isSync,
          headerNames: '',
          isSent: false,
          call: null,
        });
        return null;
      },
    }),
    watched<never>(prototype, 'setRequestHeader', {
      before(self, args) {
        const opened = requests.of(self);
        if (!opened || args.length < 2 || opened.isSent || readyState(self as object) !== isOpen) return null;
        const { headerNames } = opened;
        const name = textOf(args[0]);
        opened.headerNames = headerNames === null || name === null ? null : `${headerNames}${name}\n`;
        return null;
      },
    }),
    watched<string>(prototype, 'send', {
      before(self) {
        const opened = requests.of(self);
        const isReady = opened && !opened.isSent && readyState(self as object) === isOpen;
        const moment = isReady ? calls.moment() : null;
        if (!opened || !moment || opened.url === null) return null;
        const { method, url, headerNames } = opened;
        opened.isSent = true;
        const includes = withCredentials(self as object) === true;
        opened.call = calls.tell(moment, {
          api: 'xhr',
          url,
          method,
          credentialsMode: includes ? 'include' : 'same-origin',
          isStreamingBody: false,
          headerNames,
        });
        if (opened.call === null) return null;
        if (opened.isSync) return opened.call;
        for (let index = 0; index < listeners.length; index++) {
          const pair = listeners[index];
          if (pair) listen(self, pair[0], pair[1]);
        }
        return null;
      },
      threw(call, error) {
        // A synchronous request that fails throws instead of firing an event.
        const name = calls.threw(call, error);
        if (name === 'NetworkError') calls.ended(call, 'error');
        if (name === 'TimeoutError') calls.ended(call, 'aborted');
      },
    }),
  ];
}
