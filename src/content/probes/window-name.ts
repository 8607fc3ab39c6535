import { textOf } from '../members';
import { now } from '../natives';
import type { Flat, PageEnd } from '../page-end';
import { type Patch, watched } from '../patch';
import { openStacks, stackOf } from '../stacks';

/** Observes each write of `window.name` by a script of this realm, in the page's world. */
export function observeNameWrites(page: PageEnd): Patch {
  const stacks = openStacks();
  let others = 0;
  let othersAtMs = 0;
  page.on('flush', () => {
    if (others === 0) return;
    page.hand({ __proto__: null, kind: 'name', atMs: othersAtMs, count: others, stack: null } satisfies Flat);
    others = 0;
  });

  const count = (atMs: number) => {
    if (others === 0) othersAtMs = atMs;
    others++;
    page.note();
  };
  const tell = () => {
    const error = stacks.take();
    const atMs = now();
    if (error) {
      page.hand({ __proto__: null, kind: 'name', atMs, count: 1, stack: stackOf(error) } satisfies Flat);
      // The current name is what was written, so our own world must read it before it changes again.
      page.flush();
    } else {
      count(atMs);
    }
  };
  return watched<true>(
    window,
    'name',
    {
      before(self, args) {
        if (!page.isOn || (self !== window && self !== undefined)) return null;
        if (textOf(args[0]) !== null) return true;
        // The page's code makes the text, if it makes one at all.
        count(now());
        return null;
      },
      returned: tell,
    },
    'set',
  );
}
