import { listen, unlisten } from '../natives';
import { navigation } from '../navigation';
import type { Flat, PageEnd } from '../page-end';
import { openStacks, stackOf } from '../stacks';

/**
 * Sees each navigation to a fragment before it takes place, in the page's world: where a script does it, that
 * script is on the stack.
 */
export function observeFragmentNavigations(page: PageEnd): { put(): void; putBack(): void } {
  const target = navigation();
  const stacks = openStacks();
  // Nothing is read of the event: our own world has it too.
  const look = () => {
    page.hand({ __proto__: null, kind: 'navigate', stack: stackOf(stacks.take()) } satisfies Flat);
    page.flush();
  };
  return {
    put: () => target && listen(target, 'navigate', look, true),
    putBack: () => target && unlisten(target, 'navigate', look, true),
  };
}
