import { lastHop } from '../../exchange/facts/facts';
import type { ExchangeFacts } from '../../protocol/facts';
import type { Log } from './log';

/** How long nothing may happen, and how long to wait for that. In milliseconds. */
export interface IdleOptions {
  readonly quietMs?: number;
  readonly timeoutMs?: number;
}

const pollMs = 25;

/**
 * Resolves when every exchange has ended, has started its response, or waits for a person, no call of the
 * page waits for its request (2 s at most), nothing arrived for `quietMs` (250), and the page's frames have
 * nothing more to tell. Rejects after `timeoutMs` (30,000), naming what is open.
 */
export async function untilIdle(
  log: Log,
  { quietMs = 250, timeoutMs = 30_000 }: IdleOptions = {},
  flush: () => Promise<void> = async () => {},
): Promise<void> {
  const begunAtMs = Date.now();
  let isFlushed = false;
  for (;;) {
    const open = [
      ...log.entries.flatMap(({ facts }) => (isOpen(facts) ? lastHop(facts) : [])),
      ...log.awaited,
    ];
    const nowMs = Date.now();
    const { changedAtMs } = log;
    if (open.length === 0 && nowMs - Math.max(changedAtMs, begunAtMs) >= quietMs) {
      if (isFlushed) return;
      await flush();
      isFlushed = log.changedAtMs === changedAtMs;
      continue;
    }
    if (nowMs - begunAtMs >= timeoutMs) throw new Error(timeoutMessage(timeoutMs, open));
    isFlushed = false;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** Whether something is yet to come that decides what became of it. */
function isOpen(facts: ExchangeFacts): boolean {
  const { responseStartedAtMs, askedForLogin } = lastHop(facts);
  return facts.end === null && responseStartedAtMs === null && !askedForLogin;
}

interface Named {
  readonly method: string | null;
  readonly url: string;
}

function timeoutMessage(timeoutMs: number, open: readonly Named[]): string {
  const names = open.map(({ method, url }) => `${method ?? ''} ${url}`.trim());
  const what = names.length === 0 ? 'events kept arriving' : `still open: ${names.join(', ')}`;
  return `corscope: not idle after ${timeoutMs} ms, ${what}`;
}
