import { setTimeout as delay } from 'node:timers/promises';

/**
 * Resolves with the first result of `ask` that is not null, undefined or false. Throws after `timeoutMs` and
 * says what it waited for. The default is half a minute, because a short step can take that long on a busy
 * machine.
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
