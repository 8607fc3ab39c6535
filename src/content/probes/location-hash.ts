import { listen, unlisten } from '../natives';
import { navigation } from '../navigation';
import type { Flat, PageEnd } from '../page-end';
import { openStacks, stackOf } from '../stacks';

/**
 * Observes each navigation before it takes place, in the page's world: if a script navigates to a fragment,
 * that script is on the stack.
 */
export function observeFragmentNavigations(page: PageEnd): { put(): void; putBack(): void } {
  const target = navigation();
  const stacks = openStacks();
  // The event is not read, because our own world receives it too.
  const look = () => {
    page.hand({ __proto__: null, kind: 'navigate', stack: stackOf(stacks.take()) } satisfies Flat);
    page.flush();
  };
  return {
    put: () => target && listen(target, 'navigate', look, true),
    putBack: () => target && unlisten(target, 'navigate', look, true),
  };
}
