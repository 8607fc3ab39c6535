import type { Calls } from '../calls';
import { awaitEnd } from '../ends';
import { hidden, isObject, memberOf, textOf } from '../members';
import { apply, slice } from '../natives';
import { type Patch, watchedClass } from '../patch';

interface Noted {
  readonly call: string | null;
  readonly url: string;
}

/**
 * Observes each worker that the page creates, in the page's world, but not the worker's own requests. `made`
 * gets each worker and its URL.
 */
export function observeWorkers(
  calls: Calls,
  made: (api: 'worker' | 'shared-worker', worker: object, url: string) => void,
): readonly Patch[] {
  /** Only a module script has a credentials mode that options can set. */
  const credentialsIn = (options: unknown): string | null => {
    const type = isObject(options) ? memberOf(options, 'type') : undefined;
    if (type === hidden) return null;
    const credentials = type === 'module' && isObject(options) ? memberOf(options, 'credentials') : undefined;
    return credentials === undefined ? 'same-origin' : textOf(credentials);
  };
  const endOf = awaitEnd(calls);
  const { origin } = location;
  /** Whether a script is same-origin; a cross-origin one is rejected at once. */
  const isOwn = (url: string) => apply(slice, url, [0, origin.length + 1]) === `${origin}/`;
  const of = (name: string, api: 'worker' | 'shared-worker') =>
    watchedClass<Noted>(name, {
      before(_, args) {
        const moment = args.length > 0 ? calls.moment() : null;
        if (!moment) return null;
        const url = calls.absolute(args[0]);
        const credentialsMode = credentialsIn(args.length > 1 ? args[1] : undefined);
        const call = url && calls.tell(moment, { api, url, credentialsMode });
        if (call === null || isOwn(url as string)) return { call, url: url ?? '' };
        calls.threw(call, 'SecurityError');
        return null;
      },
      returned({ call, url }, worker) {
        if (call !== null) endOf(worker as object, call);
        made(api, worker as object, url);
      },
      threw({ call }, error) {
        if (call !== null) calls.threw(call, error);
      },
    });
  return [of('Worker', 'worker'), of('SharedWorker', 'shared-worker')];
}
