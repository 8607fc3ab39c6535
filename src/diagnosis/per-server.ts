import type { SerializedOrigin } from '../engine';
import type { Preflight } from './preflights';

/** Returns preflights by server. */
export function perServerOf(
  preflights: readonly Preflight[],
): readonly (readonly [server: SerializedOrigin, preflights: readonly Preflight[]])[] {
  const groups = new Map<SerializedOrigin, Preflight[]>();
  for (const preflight of preflights) {
    const group = groups.get(preflight.server);
    if (group) group.push(preflight);
    else groups.set(preflight.server, [preflight]);
  }
  return [...groups];
}
