import type { SerializedOrigin } from '../engine';
import type { PageEventFacts } from '../protocol/page-events';
import { type FrameLoad, fragmentOf } from './frame-loads';
import type { FramePlaces } from './frame-places';
import type { Passage, RelayFrame, RelayStep } from './relays';

/** A fragment that was put into a document by another document or the user. */
interface Put {
  readonly of: RelayStep['kind'];
  readonly id: string;
  readonly atMs: number;
  readonly into: RelayFrame & { readonly frameId: number };
  /** The origin that put it there; null if that is not visible. */
  readonly by: SerializedOrigin | null;
  readonly value: string;
}

/** A relay passes a value on soon after it receives it. */
const withinMs = 10_000;
const mostOpen = 8;
/** A shorter value that is only a part of another one is not evidence. */
const fewestSigns = 8;

/**
 * Returns the hash relays of a recording. A puts a value into the fragment of B, a frame of another origin. B
 * passes it on in the fragment of C, which has A's origin and is inside B or replaces B.
 */
export function hashRelays(
  events: readonly PageEventFacts[],
  loads: readonly FrameLoad[],
  places: FramePlaces,
): readonly Passage[] {
  const passages: Passage[] = [];
  const open = new Map<number, readonly Put[]>();
  for (const put of putsIn(events, loads, places)) {
    const passage = passageTo(put, open, places);
    if (passage) passages.push(passage);
    open.set(put.into.frameId, [...(open.get(put.into.frameId) ?? []), put].slice(-mostOpen));
  }
  return passages;
}

/** Returns the values that were put into fragments, in chronological order. */
function putsIn(
  events: readonly PageEventFacts[],
  loads: readonly FrameLoad[],
  places: FramePlaces,
): readonly Put[] {
  const puts: Put[] = [];
  for (const { id, atMs, frameId, origin, by, fragment } of loads) {
    const into = { frameId, documentId: places.documentNow(frameId, origin), origin };
    // A load without a fragment still shows that the document was replaced.
    puts.push({ of: 'exchange', id, atMs, into, by, value: decoded(fragment) });
  }
  for (const event of events) {
    if (event.kind !== 'location-hash' || event.by === 'own-realm' || event.count > 1) continue;
    const { id, atMs, frame, newUrl } = event;
    if (frame.origin === null) continue;
    const into = { ...frame, origin: frame.origin };
    puts.push({ of: 'page-event', id, atMs, into, by: null, value: decoded(fragmentOf(newUrl)) });
  }
  return puts.sort((a, b) => a.atMs - b.atMs);
}

/** Returns the passage by which a value came into C; null if no relay carried it. */
function passageTo(
  last: Put,
  open: ReadonlyMap<number, readonly Put[]>,
  places: FramePlaces,
): Passage | null {
  const around = places.around({ ...last.into, atMs: last.atMs });
  const c = last.into;
  const within = around.flatMap((b, index) => {
    if (b.frameId === null) return [];
    return { b: { ...b, frameId: b.frameId }, outer: around.slice(index + 1) };
  });
  // C can replace B.
  const instead = last.by === null ? [] : [{ b: { ...c, documentId: null, origin: last.by }, outer: around }];
  for (const { b, outer } of [...within, ...instead]) {
    if (b.origin === c.origin || (last.by !== null && last.by !== b.origin)) continue;
    const a = outer.find(({ origin }) => origin === c.origin && origin !== 'null');
    const first = a && givenTo(b, last, open.get(b.frameId) ?? []);
    if (!a || !first || (first.by !== null && first.by !== a.origin)) continue;
    const given = { ...b, documentId: first.into.documentId ?? b.documentId };
    return {
      kind: 'hash-relay',
      certainty: first.by !== null && last.by !== null ? 'certain' : 'likely',
      frames: [a, given, c],
      steps: [
        { what: 'into-b', kind: first.of, id: first.id, between: [a, given] },
        { what: 'into-c', kind: last.of, id: last.id, between: [given, c] },
      ],
      unseen: ['reading', ...(first.by === null || last.by === null ? (['who-changed'] as const) : [])],
    };
  }
  return null;
}

/** Returns the value that B received and passed on; undefined if there is none. */
function givenTo(b: RelayFrame, last: Put, puts: readonly Put[]): Put | undefined {
  const candidate = puts.findLast(({ atMs, into, value }) => {
    if (last.atMs - atMs > withinMs || into.origin !== b.origin) return false;
    const isSame = into.documentId === null || b.documentId === null || into.documentId === b.documentId;
    return isSame && isHandedOn(value, last.value);
  });
  // Another document has replaced it since.
  const isGone = candidate && puts.slice(puts.indexOf(candidate) + 1).some(({ of }) => of === 'exchange');
  return isGone ? undefined : candidate;
}

/** Whether a value was passed on, unchanged or as a part of a longer value. */
function isHandedOn(given: string, passed: string): boolean {
  if (given === '' || passed === '') return false;
  if (given === passed) return true;
  const [short, long] = given.length < passed.length ? [given, passed] : [passed, given];
  return short.length >= fewestSigns && long.includes(short);
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
