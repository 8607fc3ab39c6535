import type { EventKind } from '../channels/read-page-event';
import type { Relay, RelayFrame, RelayKind } from '../channels/relays';
import { type Language, type Prose, proseFor } from './languages';
import type { MessagesProse } from './messages';

/** The words about relays. */
export type RelaysProse = Prose['relays'];

/** The words about relays, in a language that was loaded. */
export function relaysProseFor(language: Language): RelaysProse {
  return proseFor(language).relays;
}

/** What a channel of a map is called: a kind of event, or a relay. */
export function channelName(kind: string, { kinds }: MessagesProse, { names }: RelaysProse): string {
  return names[kind as RelayKind] ?? kinds[kind as EventKind]?.label ?? kind;
}

/** Which frame has a part in a relay, beside its origin. */
export function relayFrameLabel({ frameId }: RelayFrame, { frame, parties }: MessagesProse): string {
  if (frameId === null) return parties['some-frame'].label;
  return frameId === 0 ? frame.top : frame.inner(frameId);
}

/** A relay on one line: by what, over whom, how sure, how many values. */
export function relayLine(
  { kind, certainty, frames, rounds }: Pick<Relay, 'kind' | 'certainty' | 'frames' | 'rounds'>,
  prose: RelaysProse,
  messages: MessagesProse,
): string {
  const ends = frames.map((frame) => `${relayFrameLabel(frame, messages)} ${frame.origin}`);
  return prose.line(prose.names[kind], ends, prose.certainties[certainty], rounds.length);
}
