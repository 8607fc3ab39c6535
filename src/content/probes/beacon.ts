import type { Calls } from '../calls';
import { apply, slice } from '../natives';
import { type Patch, watched } from '../patch';
import { openSizes } from '../sizes';

/** The most bytes that browsers queue for all beacons together. */
const maxQueued = 65_536;

/** Observes each beacon and whether the browser accepted it, in the page's world. */
export function observeBeacons(calls: Calls): Patch {
  const ownNavigator = navigator;
  const sizes = openSizes();
  return watched<string>(Navigator.prototype, 'sendBeacon', {
    before(self, args) {
      const moment = self === ownNavigator && args.length > 0 ? calls.moment() : null;
      const url = moment && calls.absolute(args[0]);
      const call = moment && url && calls.tell(moment, { api: 'beacon', url, keepalive: true });
      if (!call) return null;
      if (apply(slice, url, [0, 4]) !== 'http') {
        calls.threw(call, 'TypeError');
        return null;
      }
      const size = sizes.characters(args[1]) + sizes.bytes(args[1]);
      return size > maxQueued ? call : null;
    },
    returned(call, isQueued) {
      if (isQueued === false) calls.ended(call, 'error');
    },
    threw: (call, error) => calls.threw(call, error),
  });
}
