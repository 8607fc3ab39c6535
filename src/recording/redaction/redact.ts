import { findRelays } from '../../channels/find-relays';
import { orNull } from '../../channels/kinds/replaced';
import { listenerKey, reportedListeners } from '../../channels/reported-listeners';
import { minimalRules } from './minimal-rules';
import { decode, openPlaceholders } from './placeholders';
import { readableRules } from './readable-rules';
import { hostsIn, type Recorded } from './recorded';
import { redactAnswer } from './redact-answer';
import { redactExchange, redactFrame } from './redact-exchange';
import { redactPageEvent } from './redact-page-event';
import { redactAudit, redactKept, redactStar } from './redact-reading';
import type { Redaction, RedactionRules } from './rules';

/**
 * Returns a recording without what that level of redaction removes. It replaces facts, so everything derived
 * from them is redacted too, and verdicts, findings and channels stay the same. `everything` replaces
 * nothing.
 */
export function redactRecording(recorded: Recorded, redaction: Redaction): Recorded {
  if (redaction === 'everything') return recorded;
  const placeholders = openPlaceholders();
  const handedOn = handedOnIn(recorded);
  if (redaction === 'minimal') {
    return replaced(recorded, minimalRules(placeholders, hostsIn(recorded), handedOn));
  }
  // The first pass finds the secrets, the second also replaces their repetitions.
  replaced(recorded, readableRules(placeholders, handedOn));
  return replaced(recorded, readableRules(placeholders, handedOn));
}

function replaced(recorded: Recorded, rules: RedactionRules): Recorded {
  const { page, exchanges, pageEvents, audit, stars, storedCookies, answers = [] } = recorded;
  const reported = reportedListeners(pageEvents);
  return {
    page: {
      url: rules.url(page.url),
      title: orNull(page.title, rules.text),
      frames: page.frames.map((frame) => redactFrame(frame, rules)),
    },
    exchanges: exchanges.map((facts) => redactExchange(facts, rules)),
    pageEvents: pageEvents.map((event) => redactPageEvent(event, rules)),
    // A redacted text cannot be audited, so the original is audited and the result redacted.
    audit:
      audit &&
      ((listener) =>
        redactAudit(audit(reported.get(listenerKey(listener.frame, listener.id)) ?? listener), rules)),
    stars: stars.map((star) => redactStar(star, rules)),
    storedCookies: storedCookies && redactKept(storedCookies, rules),
    answers: answers.map((answer) => redactAnswer(answer, rules)),
  };
}

/** Returns the fragments that a relay passed on, by the fragments that contain them. */
function handedOnIn({ page, exchanges, pageEvents }: Recorded): ReadonlyMap<string, string> {
  const relays = findRelays({ events: pageEvents, exchanges, frames: page.frames });
  const rounds = relays.flatMap((relay) => (relay.kind === 'hash-relay' ? relay.rounds : []));
  if (rounds.length === 0) return new Map();
  const fragments = new Map<string, string>();
  for (const { id, hops } of exchanges) {
    fragments.set(id, fragmentIn(hops.at(-1)?.url ?? '') || fragmentIn(hops[0]?.url ?? ''));
  }
  for (const event of pageEvents) {
    if (event.kind === 'location-hash') fragments.set(event.id, fragmentIn(event.newUrl));
  }
  const handedOn = new Map<string, string>();
  for (const round of rounds) {
    const [given = '', passed = ''] = round.map(({ id }) => decode(fragments.get(id) ?? ''));
    const [short, long] = given.length < passed.length ? [given, passed] : [passed, given];
    if (short !== long) handedOn.set(long, short);
  }
  return handedOn;
}

function fragmentIn(url: string): string {
  return url.includes('#') ? url.slice(url.indexOf('#') + 1) : '';
}
