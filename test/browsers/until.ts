import { setTimeout as delay } from 'node:timers/promises';

/**
 * The first answer of `ask` that is neither null, undefined nor false. Throws after half a minute, which a
 * busy machine may take for what takes a moment, saying what was waited for.
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeoutMs = 30_000,
): Promise<Exclude<T, null | undefined | false>> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) {
      return answer as Exclude<T, null | undefined | false>;
    }
    if (Date.now() > end) throw new Error(`browsers: waited ${timeoutMs} ms in vain for ${what}`);
    await delay(20);
  }
}
