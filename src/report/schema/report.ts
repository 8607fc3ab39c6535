import * as v from 'valibot';
import { languages } from '../../prose';
import { described } from '../../protocol/bounded-schemas';
import { reportChannel, reportMessageListener, reportRelay, reportStarTarget } from './crossings';
import { reportExchange } from './exchange';
import { pageEvent } from './page-events';
import { browserName, number, text, textOrNull, yesOrNo } from './values';

/** The schema of `ReportFrame`. */
export const reportFrame = described(
  v.object({
    frameId: number,
    documentId: textOrNull,
    parent: described(textOrNull, 'The documentId of the frame it is in.'),
    url: text,
    origin: text,
  }),
  'A frame of the tab.',
);
/** The schema of `Report`. */
export const report = described(
  v.object({
    schema: v.literal('corscope/report@1'),
    generator: v.object({
      name: v.literal('corscope'),
      version: text,
    }),
    language: described(
      v.picklist(languages),
      'Of every title, remedy and evidence sentence; codes have none.',
    ),
    browser: described(
      v.object({ name: browserName, version: text }),
      'The browser whose rules were applied.',
    ),
    page: described(
      v.object({ url: text, origin: text, title: textOrNull }),
      "The tab's top document when the report was made.",
    ),
    recorded: described(v.object({ from: text, to: text }), 'ISO 8601, UTC.'),
    recording: v.object({
      since: v.picklist(['after-load', 'before-navigation']),
      hints: described(yesOrNo, 'Whether the calls of the page that is shown were observed.'),
      hostPermission: yesOrNo,
      dropped: v.object({
        exchanges: number,
        pageEvents: number,
        hints: number,
        workerRequests: described(
          number,
          'Requests of shared and service workers that may belong to a private window.',
        ),
      }),
      startedBefore: described(number, 'Requests that began before the recording.'),
      stops: described(number, 'Stops of the background that were seen.'),
    }),
    redacted: described(yesOrNo, 'Whether anything was replaced: true unless `redaction` is `everything`.'),
    redaction: described(
      v.picklist(['minimal', 'readable', 'everything']),
      'minimal: only what explains is kept; readable: what looks like a secret is replaced; everything: nothing is.',
    ),
    frames: v.array(reportFrame),
    exchanges: described(
      v.array(reportExchange),
      'In order of start; one whose start was not seen is none, but counted in `recording`.',
    ),
    pageEvents: described(v.array(pageEvent), 'In order of time.'),
    messageListeners: described(
      v.array(reportMessageListener),
      'The listeners that were seen to run for messages, in the order of their first ones.',
    ),
    starTargets: described(
      v.array(reportStarTarget),
      "Calls of `postMessage()` that scripts have with `'*'` in writing: of listeners, and of all if they were searched.",
    ),
    channels: described(
      v.array(reportChannel),
      'Who reached whom inside the page: the page events of one kind between the same two ends, as one.',
    ),
    relays: described(
      v.array(reportRelay),
      "Values that went over another origin and back into the page's own, by fragments or by names.",
    ),
  }),
  'What the panel exports, the automation interface returns and other formats are views of.',
);
