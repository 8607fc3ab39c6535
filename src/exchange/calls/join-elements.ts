import type { ExchangeFacts } from '../../protocol/facts';
import type { ReportedCall } from '../../protocol/page-hints';
import { isAlike, type Joined, type Joins } from './joins';
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
 * elements can share one request. So a request gets the reports from its start until shortly after its end,
 * if they agree.
 */
export function requestsOfElements(
  calls: readonly ReportedCall[],
  requests: readonly ExchangeFacts[],
): Joins {
  const byExchange = new Map<string, Joined>();
  const spoken = new Set<ReportedCall>();
  for (const request of requests) {
    const reports = calls.filter((report) => isAbout(report, request));
    const [first] = reports;
    if (!first) continue;
    for (const report of reports) spoken.add(report);
    const agrees = reports.every(({ call, end }) => isAlike(call, first.call) && end === first.end);
    byExchange.set(
      request.id,
      agrees ? { call: first, possible: [] } : { call: null, possible: reports.map(({ call }) => call) },
    );
  }
  return { byExchange, alone: calls.filter((report) => !spoken.has(report)) };
}

function isAbout(
  { call: { element, atMs } }: ReportedCall,
  { type, startedAtMs, end }: ExchangeFacts,
): boolean {
  const types = typesOfElement[element?.name ?? ''];
  const untilMs = (end?.atMs ?? Number.POSITIVE_INFINITY) + tellsWithinMs;
  return types?.test(type) === true && atMs >= startedAtMs - skewMs && atMs <= untilMs;
}
