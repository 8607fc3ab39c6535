import type { NameState } from '../protocol/content';

/** By what a value is known again, whatever its length: its own length, and a hash of its two ends. */
export function nameState(value: string): NameState {
  const { length } = value;
  const end = 16 * 1024;
  const looked = length <= 2 * end ? value : value.slice(0, end) + value.slice(-end);
  let hash = 0x811c9dc5;
  for (let index = 0; index < looked.length; index++) {
    hash = Math.imul(hash ^ looked.charCodeAt(index), 0x01000193) >>> 0;
  }
  return { length, hash };
}
