import * as v from 'valibot';
import { languages } from '../../prose';
import { described } from '../../protocol/bounded-schemas';
import { reportAdvice } from './advice';
import { reportChannel, reportMessageListener, reportRelay, reportStarTarget } from './crossings';
import { reportExchange } from './exchange';
import { pageEvent } from './page-events';
import { browserName, number, text, textOrNull, yesOrNo } from './values';

/** The schema of `ReportFrame`. */
export const reportFrame = described(
  v.object({
    frameId: number,
    documentId: textOrNull,
    parent: described(textOrNull, 'The documentId of the parent frame.'),
    parentFrameId: described(number, 'The id of the parent frame; -1 for the top frame.'),
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
      'The language of titles, remedies and other sentences. Codes are the same in every language.',
    ),
    browser: described(
      v.object({ name: browserName, version: text }),
      'The browser whose rules were applied.',
    ),
    page: described(
      v.object({ url: text, origin: text, title: textOrNull }),
      "The tab's top-level document when the report was made.",
    ),
    recorded: described(v.object({ from: text, to: text }), 'ISO 8601, UTC.'),
    recording: v.object({
      since: v.picklist(['after-load', 'before-navigation']),
      hints: described(yesOrNo, 'Whether the calls of the current page were observed.'),
      hostPermission: yesOrNo,
      dropped: v.object({
        exchanges: number,
        pageEvents: number,
        hints: number,
        workerRequests: described(
          number,
          'The number of requests from shared and service workers that may belong to a private window.',
        ),
      }),
      startedBefore: described(number, 'The number of requests that began before the recording.'),
      stops: described(number, 'The number of detected stops of the background.'),
    }),
    redacted: described(yesOrNo, 'Whether anything was replaced: true unless `redaction` is `everything`.'),
    redaction: described(
      v.picklist(['minimal', 'readable', 'everything']),
      'minimal: keeps only what the explanation needs; readable: replaces apparent secrets; everything: replaces nothing.',
    ),
    frames: v.array(reportFrame),
    exchanges: described(
      v.array(reportExchange),
      'In order of start. Requests whose start was not observed are only counted in `recording`.',
    ),
    pageEvents: described(v.array(pageEvent), 'In order of time.'),
    messageListeners: described(
      v.array(reportMessageListener),
      'The listeners that ran for observed messages, in the order of their first message.',
    ),
    starTargets: described(
      v.array(reportStarTarget),
      "`postMessage()` calls written with `'*'`: in the texts of listeners, and in all scripts if these were searched.",
    ),
    channels: described(
      v.array(reportChannel),
      'Who reached whom inside the page. Page events of one kind between the same two ends make one channel.',
    ),
    relays: described(
      v.array(reportRelay),
      "Values that passed through another origin and returned to the page's origin, by fragments or window names.",
    ),
    advice: described(
      v.array(reportAdvice),
      'What the whole recording shows that should be changed, the most severe first.',
    ),
  }),
  'The data that the panel exports and the automation interface returns. Other formats are written from it.',
);
