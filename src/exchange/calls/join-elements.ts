import type { ExchangeFacts } from '../../protocol/facts';
import type { ReportedCall } from '../../protocol/page-hints';
import { isAlike, type Joined, type Joins, joinedWith } from './joins';
import { pairingsOf } from './pairings';
import { skewMs } from './reported-call';

/** How long after the end of a request its element may report it. */
const tellsWithinMs = 2_000;

const typesOfElement: Readonly<Record<string, RegExp>> = {
  img: /^image(set)?$/,
  image: /^image(set)?$/,
  input: /^image(set)?$/,
  script: /^script$/,
  link: /^(stylesheet|image|imageset|font|script|media|xmlhttprequest|other|speculative|web_manifest|json)$/,
  video: /^(media|image)$/,
  audio: /^media$/,
  source: /^media$/,
  track: /^(media|other)$/,
  use: /^(image|other)$/,
  iframe: /^sub_frame$/,
  frame: /^sub_frame$/,
  object: /^(object|sub_frame)$/,
  embed: /^(object|sub_frame)$/,
  font: /^font$/,
};

/**
 * Joins the reports of elements with their requests. An element reports only the end of a load, and several
 * elements can share one request, so a request gets all reports that can be its own, if they agree. If there are
 * more requests than reports, nothing shows which of them an element made.
 */
export function requestsOfElements(
  calls: readonly ReportedCall[],
  requests: readonly ExchangeFacts[],
  fits: (reported: ReportedCall, request: ExchangeFacts) => boolean,
): Joins {
  const byExchange = new Map<string, Joined>();
  const placed = new Set<ReportedCall>();
  const pairings = pairingsOf(
    calls,
    requests,
    (reported, request) => isAbout(reported, request) && fits(reported, request),
  );
  for (const pairing of pairings) {
    const isOneOfThem = pairing.requests.length <= pairing.calls.length;
    for (const reported of pairing.calls) placed.add(reported);
    for (const request of pairing.requests) {
      const possible = pairing.possible(request);
      const own = pairing.partner(request);
      const agrees =
        own !== undefined && possible.every(({ call, end }) => isAlike(call, own.call) && end === own.end);
      byExchange.set(
        request.id,
        agrees && isOneOfThem ? joinedWith(own) : { call: null, possible, isOneOfThem },
      );
    }
  }
  return { byExchange, alone: calls.filter((report) => !placed.has(report)) };
}

function isAbout(
  { call: { element, atMs }, end: saw }: ReportedCall,
  { type, kind, startedAtMs, end, hops }: ExchangeFacts,
): boolean {
  const types = typesOfElement[element?.name ?? ''];
  const untilMs = (end?.atMs ?? Number.POSITIVE_INFINITY) + tellsWithinMs;
  // A frame fires load even if its document was blocked.
  const hasFailed =
    end?.how === 'failed' && hops.at(-1)?.responseStartedAtMs === null && !/^(frame|embed)$/.test(kind);
  return (
    types?.test(type) === true &&
    atMs >= startedAtMs - skewMs &&
    atMs <= untilMs &&
    !(saw === 'load' && hasFailed)
  );
}
