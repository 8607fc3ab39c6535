import { maxNamePreview, type NameState, type ToldEvent } from '../protocol/content';
import { textPreview } from './preview';

type NameEvent = Extract<ToldEvent, { kind: 'window-name' }>;

/** What is told of a name that was written or found. */
export function nameEvent(
  name: string,
  part: Pick<NameEvent, 'action' | 'source' | 'atMs' | 'count' | 'callSite'>,
): NameEvent {
  return { ...part, kind: 'window-name', value: textPreview(name, maxNamePreview), state: nameState(name) };
}

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
