import { now } from '../natives';
import type { Flat, PageEnd } from '../page-end';
import { type Patch, quiet } from '../patch';
import { openStacks, type Stack, stackOf } from '../stacks';

interface Call {
  readonly __proto__: null;
  readonly atMs: number;
  readonly error: Stack;
  next: Call | null;
}

/** A limit in case no flush comes. */
const maxKept = 1_000;

/**
 * Observes each call of this window's own `postMessage`, in the page's world: its time and stack trace, never
 * its arguments. Calls on windows of other origins are not seen.
 */
export function observeSends(page: PageEnd): Patch {
  const stacks = openStacks();
  let calls: Call | null = null;
  let last: Call | null = null;
  let kept = 0;
  /** Whether calls are only counted until the next flush. */
  let isCounting = false;
  let others = 0;
  let othersAtMs = 0;

  page.on('flush', () => {
    for (let call = calls; call; call = call.next) {
      const { atMs, error } = call;
      page.hand({ __proto__: null, kind: 'sent', atMs, count: 1, stack: stackOf(error) } satisfies Flat);
    }
    if (others > 0) {
      page.hand({
        __proto__: null,
        kind: 'sent',
        atMs: othersAtMs,
        count: others,
        stack: null,
      } satisfies Flat);
    }
    calls = null;
    last = null;
    kept = 0;
    isCounting = false;
    others = 0;
  });

  const keep = (error: Stack) => {
    kept++;
    const call: Call = { __proto__: null, atMs: now(), error, next: null };
    if (last) last.next = call;
    else calls = call;
    last = call;
  };
  return quiet(window, 'postMessage', 'value', () => {
    if (isCounting) {
      others++;
      return;
    }
    if (!page.isOn) return;
    const error = kept < maxKept ? stacks.take() : null;
    if (error) {
      keep(error);
    } else {
      isCounting = true;
      othersAtMs = now();
      others++;
    }
    page.note();
  });
}
