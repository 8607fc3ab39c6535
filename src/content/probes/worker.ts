import type { Calls } from '../calls';
import { hidden, isObject, memberOf, textOf } from '../members';
import { type Patch, watchedClass } from '../patch';

/** Sees each worker that is made, in the page's world. What it asks for itself is not seen. */
export function observeWorkers(calls: Calls): readonly Patch[] {
  /** Of a script that is no module, options say nothing. */
  const credentialsIn = (options: unknown): string | null => {
    const type = isObject(options) ? memberOf(options, 'type') : undefined;
    if (type === hidden) return null;
    const given = type === 'module' && isObject(options) ? memberOf(options, 'credentials') : undefined;
    return given === undefined ? 'same-origin' : textOf(given);
  };
  const of = (name: string, api: 'worker' | 'shared-worker') =>
    watchedClass<string>(name, {
      before(_, args) {
        const moment = args.length > 0 ? calls.moment() : null;
        const url = moment && calls.absolute(args[0]);
        const credentialsMode = credentialsIn(args.length > 1 ? args[1] : undefined);
        return moment && url && calls.tell(moment, { api, url, method: 'GET', credentialsMode });
      },
      threw: (call, error) => calls.threw(call, error),
    });
  return [of('Worker', 'worker'), of('SharedWorker', 'shared-worker')];
}
