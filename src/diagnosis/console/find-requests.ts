import { withoutFragment } from '../../exchange/facts/request-url';
import type { Verdict } from '../../exchange/verdict/verdict';
import { type ExchangeFacts, statusOf } from '../../protocol/facts';
import type { ConsoleMessage } from './message';

/** A request of the recording that a message can be about. */
export interface ConsoleMatch {
  readonly id: string;
  /** Whether its verdict has a reason that the message can mean. */
  readonly hasReason: boolean;
}

const maxMatches = 5;

/** Returns the requests that a console message can be about, the best first. `requests` are in order of start. */
export function requestsOfMessage(
  message: ConsoleMessage,
  requests: readonly ExchangeFacts[],
  verdictOf: (facts: ExchangeFacts) => Verdict,
): readonly ConsoleMatch[] {
  const wanted = message.url === null ? null : withoutFragment(message.url);
  if (wanted === null && message.codes.length === 0) return [];
  const path = wanted?.replace(/\?.*/s, '');
  return requests
    .flatMap((facts, index) => {
      if (facts.preflightFor) return [];
      const urls = facts.hops.map(({ url }) => withoutFragment(url));
      const isExact = wanted !== null && urls.includes(wanted);
      const isSamePath = path !== undefined && urls.some((url) => url.replace(/\?.*/s, '') === path);
      if (wanted !== null && !isExact && !isSamePath) return [];
      const reasons = reasonsOf(verdictOf(facts));
      const hasReason = message.codes.some((code) => reasons.includes(code));
      const isSameOrigin = facts.origin === message.origin;
      // Without a URL only the reason identifies it, and the page's origin if the message contains one.
      if (wanted === null && (!hasReason || (message.origin !== null && !isSameOrigin))) return [];
      const fits = [
        [isExact, 16],
        [hasReason, 8],
        [isSameOrigin, 4],
        [facts.hops.some(({ method }) => method === message.method), 2],
        [facts.hops.some((hop) => message.status !== null && statusOf(hop) === message.status), 1],
      ] as const;
      const score = fits.reduce((sum, [isTrue, weight]) => sum + (isTrue ? weight : 0), 0);
      return [{ id: facts.id, hasReason, score, index }];
    })
    .sort((a, b) => b.score - a.score || b.index - a.index)
    .slice(0, maxMatches)
    .map(({ id, hasReason }) => ({ id, hasReason }));
}

function reasonsOf({ findings, candidates }: Verdict): readonly string[] {
  return [...findings.map(({ code }) => code), ...candidates];
}
