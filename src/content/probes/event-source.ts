import type { Calls, Moment } from '../calls';
import { awaitEnd } from '../ends';
import { readerOf } from '../members';
import { type Patch, watchedClass } from '../patch';

interface Noted {
  readonly moment: Moment;
  readonly given: unknown;
}

/** Observes each EventSource and whether it opens, in the page's world. */
export function observeEventSources(calls: Calls): Patch {
  const url = readerOf(EventSource.prototype, 'url');
  const withCredentials = readerOf(EventSource.prototype, 'withCredentials');
  const endOf = awaitEnd(calls);
  const tell = ({ moment, given }: Noted, source: object | null) => {
    const absolute = calls.absolute(source ? url(source) : given);
    const isIncluded = source ? withCredentials(source) === true : null;
    return absolute === null
      ? null
      : calls.tell(moment, {
          api: 'event-source',
          url: absolute,
          credentialsMode: isIncluded === null ? null : isIncluded ? 'include' : 'same-origin',
        });
  };
  return watchedClass<Noted>('EventSource', {
    before(_, args) {
      const moment = args.length > 0 ? calls.moment() : null;
      const given = moment && calls.absolute(args[0]);
      return moment && given !== null ? { moment, given } : null;
    },
    returned(noted, source) {
      const call = tell(noted, source as object);
      if (call !== null) endOf(source as object, call);
    },
    threw(noted, error) {
      const call = tell(noted, null);
      if (call !== null) calls.threw(call, error);
    },
  });
}
