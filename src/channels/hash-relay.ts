import type { SerializedOrigin } from '../engine';
import type { PageEventFacts } from '../protocol/page-events';
import { type FrameLoad, fragmentOf } from './frame-loads';
import type { FramePlaces } from './frame-places';
import type { Passage, RelayFrame, RelayStep } from './relays';

/** A fragment that came into a document, and not by the document itself. */
interface Put {
  readonly of: RelayStep['kind'];
  readonly id: string;
  readonly atMs: number;
  readonly into: RelayFrame & { readonly frameId: number };
  /** Who did it; null where that is not visible. */
  readonly by: SerializedOrigin | null;
  readonly value: string;
}

/** Who hands on what it was given does so soon. */
const withinMs = 10_000;
const mostOpen = 8;
/** What is only a part of another value is no evidence if it is short. */
const fewestSigns = 8;

/**
 * The hash relays of a recording: a value comes into the fragment of B, of another origin than the page A
 * around it, and is handed on as the fragment of C, of A's origin, in B or in its place.
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

/** What came into fragments, in order of time. */
function putsIn(
  events: readonly PageEventFacts[],
  loads: readonly FrameLoad[],
  places: FramePlaces,
): readonly Put[] {
  const puts: Put[] = [];
  for (const { id, atMs, frameId, origin, by, fragment } of loads) {
    const into = { frameId, documentId: places.documentNow(frameId, origin), origin };
    // An empty one says that a new document is there.
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

/** How a value came into C, if it came by a relay. */
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
  // B may give its own place to C.
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

/** What B was given that it handed on. */
function givenTo(b: RelayFrame, last: Put, puts: readonly Put[]): Put | undefined {
  const candidate = puts.findLast(({ atMs, into, value }) => {
    if (last.atMs - atMs > withinMs || into.origin !== b.origin) return false;
    const isSame = into.documentId === null || b.documentId === null || into.documentId === b.documentId;
    return isSame && isHandedOn(value, last.value);
  });
  // Another document has taken its place since.
  const isGone = candidate && puts.slice(puts.indexOf(candidate) + 1).some(({ of }) => of === 'exchange');
  return isGone ? undefined : candidate;
}

/** Whether a value is the other one: as it is, or wrapped. */
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
