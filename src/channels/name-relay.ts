import type { PageEventFacts, WindowName } from '../protocol/page-events';
import type { FrameLoad } from './frame-loads';
import type { FramePlaces } from './frame-places';
import type { Passage, RelayFrame, RelayStep } from './relays';

/**
 * Returns the name relays of a recording. B, a frame of page A with another origin, leaves a value in the
 * frame's name. Then C, which has A's origin, replaces B and finds the value.
 */
export function nameRelays(
  events: readonly PageEventFacts[],
  loads: readonly FrameLoad[],
  places: FramePlaces,
): readonly Passage[] {
  const byFrame = new Map<number, WindowName[]>();
  const passages: Passage[] = [];
  for (const event of events) {
    if (event.kind !== 'window-name') continue;
    const earlier = byFrame.get(event.frame.frameId) ?? [];
    const passage = passageTo(event, earlier, loads, places);
    if (passage) passages.push(passage);
    byFrame.set(event.frame.frameId, earlier);
    earlier.push(event);
  }
  return passages;
}

function passageTo(
  found: WindowName,
  earlier: readonly WindowName[],
  loads: readonly FrameLoad[],
  places: FramePlaces,
): Passage | null {
  const { frame, before, atMs, value } = found;
  const { frameId, documentId, origin } = frame;
  if (found.action !== 'survived' || !before?.hadSameValue || value.text === '') return null;
  if (origin === null || origin === 'null' || before.origin === origin) return null;
  const [a] = places.around({ frameId, documentId, atMs });
  if (a?.origin !== origin) return null;

  const left = earlier.at(-1);
  const isOfB = left?.frame.origin === before.origin && left.frame.documentId !== documentId;
  const ofB = isOfB ? earlier.filter(({ frame }) => frame.documentId === left.frame.documentId) : [];
  // The frame already had that name when B loaded, so B did not pass on a value.
  if (ofB.some((event) => event.action === 'survived' && isSame(event, found))) return null;
  const isWritten = isOfB && left.action === 'written' && isSame(left, found);
  // B was seen to leave a different value.
  if (isOfB && left.action === 'written' && !isWritten) return null;

  const b = { frameId, documentId: isOfB ? left.frame.documentId : null, origin: before.origin };
  const c = { frameId, documentId, origin };
  const load = loads.findLast((other) => other.frameId === frameId && other.atMs <= (left ?? found).atMs);
  return {
    kind: 'name-relay',
    certainty: isWritten ? 'certain' : 'likely',
    frames: [a, b, c],
    steps: [
      ...(load && load.by === a.origin && load.origin === b.origin
        ? [step('b-loaded', 'exchange', load.id, a, b)]
        : []),
      ...(isWritten ? [step('written', 'page-event', left.id, b, c)] : []),
      step('found', 'page-event', found.id, b, c),
    ],
    unseen: ['reading', ...(isWritten ? [] : (['who-wrote'] as const))],
  };
}

function isSame({ value: a }: WindowName, { value: b }: WindowName): boolean {
  return a.text === b.text && a.length === b.length;
}

function step(
  what: RelayStep['what'],
  of: RelayStep['kind'],
  id: string,
  from: RelayFrame,
  to: RelayFrame,
): RelayStep {
  return { what, kind: of, id, between: [from, to] };
}
