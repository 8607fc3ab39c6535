import { pageEndOf } from '../../exchange/calls/page-report';
import { lastHop } from '../../exchange/facts/facts';
import type { ExchangeFacts } from '../../protocol/facts';
import type { Log } from './log';

/** How long the log must be quiet, and how long to wait for that, in milliseconds. */
export interface IdleOptions {
  readonly quietMs?: number;
  readonly timeoutMs?: number;
}

const pollMs = 25;

/**
 * Resolves when every exchange has ended, has a response or waits for a login, no call of the page waits for
 * its request (2 s at most), nothing has arrived for `quietMs` (250), and `flush` brings nothing new. Rejects
 * after `timeoutMs` (30,000) with the names of the open requests.
 */
export async function untilIdle(
  log: Log,
  { quietMs = 250, timeoutMs = 30_000 }: IdleOptions = {},
  flush: () => Promise<void> = async () => {},
): Promise<void> {
  const startedAtMs = Date.now();
  let isFlushed = false;
  for (;;) {
    const open = [
      ...log.entries.flatMap(({ facts }) => (isOpen(facts) ? lastHop(facts) : [])),
      ...log.awaited,
    ];
    const nowMs = Date.now();
    const { changedAtMs } = log;
    if (open.length === 0 && nowMs - Math.max(changedAtMs, startedAtMs) >= quietMs) {
      if (isFlushed) return;
      await flush();
      isFlushed = log.changedAtMs === changedAtMs;
      continue;
    }
    if (nowMs - startedAtMs >= timeoutMs) throw new Error(timeoutMessage(timeoutMs, open));
    isFlushed = false;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/**
 * Whether an exchange still waits for its response or its end. Firefox reports no end of a WebSocket that the
 * page closes while it connects.
 */
function isOpen(facts: ExchangeFacts): boolean {
  if (facts.kind === 'websocket' && pageEndOf(facts) === 'error') return false;
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
