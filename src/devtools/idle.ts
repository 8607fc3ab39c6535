import { lastHop } from '../exchange/facts';
import type { ExchangeFacts } from '../protocol/facts';
import type { Log } from './log';

/** How long nothing may happen, and how long to wait for that. In milliseconds. */
export interface IdleOptions {
  readonly quietMs?: number;
  readonly timeoutMs?: number;
}

const pollMs = 25;

/**
 * Resolves when every exchange has ended, has started its response, or waits for a person, no call of the
 * page waits for its request (2 s at most), and nothing arrived for `quietMs` (250). Rejects after `timeoutMs` (30,000), naming what is open.
 */
export function untilIdle(log: Log, { quietMs = 250, timeoutMs = 30_000 }: IdleOptions = {}): Promise<void> {
  const begunAtMs = Date.now();
  return new Promise((resolve, reject) => {
    const look = () => {
      const open = [
        ...log.entries.flatMap(({ facts }) => (isOpen(facts) ? lastHop(facts) : [])),
        ...log.awaited,
      ];
      const nowMs = Date.now();
      const quietSinceMs = Math.max(log.changedAtMs, begunAtMs);
      if (open.length === 0 && nowMs - quietSinceMs >= quietMs) return resolve();
      if (nowMs - begunAtMs >= timeoutMs) return reject(new Error(timeoutMessage(timeoutMs, open)));
      setTimeout(look, pollMs);
    };
    look();
  });
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
