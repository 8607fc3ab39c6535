import type { CallSite, EventField, FrameRef, PageEventFacts } from '../protocol/page-events';
import type { ScriptText } from '../reading/find-stars';

/** The record of one listener, over all messages for which it was seen to run. */
export interface ReportedListener {
  /** The document in which it listens. */
  readonly frame: FrameRef;
  readonly id: number;
  readonly name: string;
  readonly registeredAt: CallSite | null;
  /** Its source text; null if it was not recorded. */
  readonly text: string | null;
  readonly messages: number;
  /** The fields that were read while it ran; null if they are unknown for one of the messages. */
  readonly reads: readonly EventField[] | null;
  /** The fields that were read while no listener was known to run: by this listener or another one. */
  readonly readLate: readonly EventField[];
}

/** Returns the key of a listener, unique in a recording. */
export function listenerKey({ frameId, documentId }: FrameRef, id: number): string {
  return `${documentId ?? frameId} ${id}`;
}

/** Returns every listener that was seen to run, by its key, in the order of their first messages. */
export function reportedListeners(events: readonly PageEventFacts[]): ReadonlyMap<string, ReportedListener> {
  const reported = new Map<string, ReportedListener>();
  for (const event of events) {
    if (event.kind !== 'post-message' || event.direction !== 'received') continue;
    const { frame, listeners, readLate } = event;
    for (const { id, name, registeredAt, text, reads } of listeners ?? []) {
      const key = listenerKey(frame, id);
      const before = reported.get(key);
      reported.set(key, {
        frame,
        id,
        name,
        registeredAt,
        text: before?.text ?? text,
        messages: (before?.messages ?? 0) + 1,
        reads: before ? both(before.reads, reads) : reads,
        readLate: both(before?.readLate ?? [], readLate) ?? [],
      });
    }
  }
  return reported;
}

function both(
  a: readonly EventField[] | null,
  b: readonly EventField[] | null,
): readonly EventField[] | null {
  return a && b && [...new Set([...a, ...b])];
}

/** Returns the source texts of listeners as scripts, each text once. */
export function textsOf(listeners: Iterable<ReportedListener>): readonly ScriptText[] {
  const texts = new Map<string, ScriptText>();
  for (const { text, name } of listeners) {
    if (text === null || texts.has(text)) continue;
    texts.set(text, { url: null, inline: null, listener: name, firstLine: 1, text });
  }
  return [...texts.values()];
}
