import type { ExchangeFacts } from '../../protocol/facts';
import type { HeardCall } from '../../protocol/page-hints';
import { isAlike, type Joined, type Joins } from './joins';
import { skewMs } from './reported-call';

/** How long after a request's end its element says so at most. */
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
  iframe: /^sub_frame$/,
  frame: /^sub_frame$/,
  object: /^(object|sub_frame)$/,
  embed: /^(object|sub_frame)$/,
  font: /^font$/,
};

/**
 * Joins what elements say with their requests. They speak at the end of a load only, and several share one
 * request: so a request has those that spoke from its start until shortly after its end, if they agree.
 */
export function requestsOfElements(calls: readonly HeardCall[], requests: readonly ExchangeFacts[]): Joins {
  const byExchange = new Map<string, Joined>();
  const spoken = new Set<HeardCall>();
  for (const request of requests) {
    const own = calls.filter((each) => isAbout(each, request));
    const [first] = own;
    if (!first) continue;
    for (const each of own) spoken.add(each);
    const agrees = own.every(({ call, end }) => isAlike(call, first.call) && end === first.end);
    byExchange.set(
      request.id,
      agrees ? { call: first, possible: [] } : { call: null, possible: own.map(({ call }) => call) },
    );
  }
  return { byExchange, alone: calls.filter((each) => !spoken.has(each)) };
}

function isAbout({ call: { element, atMs } }: HeardCall, { type, startedAtMs, end }: ExchangeFacts): boolean {
  const types = typesOfElement[element?.name ?? ''];
  const untilMs = (end?.atMs ?? Number.POSITIVE_INFINITY) + tellsWithinMs;
  return types?.test(type) === true && atMs >= startedAtMs - skewMs && atMs <= untilMs;
}
