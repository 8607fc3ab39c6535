import type { Calls } from '../calls';
import { type Patch, watched } from '../patch';

/** Sees each beacon, and whether the browser took it, in the page's world. */
export function observeBeacons(calls: Calls): Patch {
  const own = navigator;
  return watched<string>(Navigator.prototype, 'sendBeacon', {
    before(self, args) {
      const moment = self === own && args.length > 0 ? calls.moment() : null;
      const url = moment && calls.absolute(args[0]);
      return moment && url && calls.tell(moment, { api: 'beacon', url, method: 'POST', keepalive: true });
    },
    returned(call, isTaken) {
      if (isTaken === false) calls.ended(call, 'error');
    },
    threw: (call, error) => calls.threw(call, error),
  });
}
