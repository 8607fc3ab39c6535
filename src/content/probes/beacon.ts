import type { Calls } from '../calls';
import { apply, slice } from '../natives';
import { type Patch, watched } from '../patch';
import { openSizes } from '../sizes';

/** What browsers take at most of all beacons that are under way. */
const maxQueued = 65_536;

/** Sees each beacon, and whether the browser took it, in the page's world. */
export function observeBeacons(calls: Calls): Patch {
  const own = navigator;
  const sizes = openSizes();
  return watched<string>(Navigator.prototype, 'sendBeacon', {
    before(self, args) {
      const moment = self === own && args.length > 0 ? calls.moment() : null;
      const url = moment && calls.absolute(args[0]);
      const call =
        moment && url && calls.tell(moment, { api: 'beacon', url, method: 'POST', keepalive: true });
      if (!call) return null;
      if (apply(slice, url, [0, 4]) !== 'http') {
        calls.threw(call, 'TypeError');
        return null;
      }
      const size = sizes.characters(args[1]) + sizes.bytes(args[1]);
      return size > maxQueued ? call : null;
    },
    returned(call, isTaken) {
      if (isTaken === false) calls.ended(call, 'error');
    },
    threw: (call, error) => calls.threw(call, error),
  });
}
