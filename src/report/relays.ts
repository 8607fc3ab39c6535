import type { Relay } from '../channels/relays';
import type { Language } from '../prose';
import { messagesProseFor } from '../prose/messages';
import { relayLine, relaysProseFor } from '../prose/relays';
import type { ReportRelay } from './crossing-model';

/** Returns relays as the report lists them. */
export function toRelays(relays: readonly Relay[], language: Language): readonly ReportRelay[] {
  const [prose, messages] = [relaysProseFor(language), messagesProseFor(language)];
  return relays.map((relay) => ({
    kind: relay.kind,
    certainty: relay.certainty,
    title: relayLine(relay, prose, messages),
    frames: relay.frames.map((frame) => ({ ...frame, tabId: null })),
    rounds: relay.rounds.map((round) => round.map(({ what, kind: of, id }) => ({ what, of, id }))),
    unseen: relay.unseen,
  }));
}
