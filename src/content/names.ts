import { maxNamePreview, type NameState, type ReportedEvent } from '../protocol/content';
import { textPreview } from './preview';

type NameEvent = Extract<ReportedEvent, { kind: 'window-name' }>;

/** The page event for a name that was written or found. */
export function nameEvent(
  name: string,
  part: Pick<NameEvent, 'action' | 'source' | 'atMs' | 'count' | 'callSite'>,
): NameEvent {
  return { ...part, kind: 'window-name', value: textPreview(name, maxNamePreview), state: nameState(name) };
}

/** The length of a value and a hash of its two ends, which identify it whatever its length. */
export function nameState(value: string): NameState {
  const { length } = value;
  const end = 16 * 1024;
  const hashed = length <= 2 * end ? value : value.slice(0, end) + value.slice(-end);
  let hash = 0x811c9dc5;
  for (let index = 0; index < hashed.length; index++) {
    hash = Math.imul(hash ^ hashed.charCodeAt(index), 0x01000193) >>> 0;
  }
  return { length, hash };
}
