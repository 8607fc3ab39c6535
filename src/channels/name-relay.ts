import type { PageEventFacts, WindowName } from '../protocol/page-events';
import type { FrameLoad } from './frame-loads';
import type { FramePlaces } from './frame-places';
import type { Passage, RelayFrame, RelayStep } from './relays';

/**
 * The name relays of a recording: B, of another origin than the page A around its frame, leaves a value in
 * the frame's name, and the document that takes its place there is C, of A's origin.
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
    const own = byFrame.get(event.frame.frameId) ?? [];
    const passage = passageTo(event, own, loads, places);
    if (passage) passages.push(passage);
    byFrame.set(event.frame.frameId, own);
    own.push(event);
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
  const ofB = isOfB ? earlier.filter((each) => each.frame.documentId === left.frame.documentId) : [];
  // It had that name when B came, so B says nothing with it.
  if (ofB.some((each) => each.action === 'survived' && isSame(each, found))) return null;
  const isWritten = isOfB && left.action === 'written' && isSame(left, found);
  // B was seen to leave another value than that.
  if (isOfB && left.action === 'written' && !isWritten) return null;

  const b = { frameId, documentId: isOfB ? left.frame.documentId : null, origin: before.origin };
  const c = { frameId, documentId, origin };
  const load = loads.findLast((each) => each.frameId === frameId && each.atMs <= (left ?? found).atMs);
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
