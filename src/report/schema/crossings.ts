import * as v from 'valibot';
import { eventKinds } from '../../channels/read-page-event';
import { relayKinds } from '../../channels/relays';
import { end } from '../../channels/schema/reading';
import { described } from '../../protocol/bounded-schemas';
import { frameRef } from '../../protocol/page-events/parts';
import { eventField, number, numberOrNull, text, textOrNull, textsOrNull } from './values';

/** The schema of `ReportRelayStep`. */
const reportRelayStep = described(
  v.object({
    what: v.picklist(['b-loaded', 'found', 'into-b', 'into-c', 'written']),
    of: v.picklist(['exchange', 'page-event']),
    id: text,
  }),
  'One step of a relay.',
);

/** The schema of `ReportRelay`. */
export const reportRelay = described(
  v.object({
    kind: v.picklist(relayKinds),
    certainty: described(
      v.picklist(['certain', 'likely']),
      'certain: each step names who did it; likely: frames, order and value fit, and somebody is not visible.',
    ),
    title: text,
    frames: described(v.array(end), "A, the page; B, of another origin; C, of A's origin."),
    rounds: described(
      v.array(v.array(reportRelayStep)),
      'For each value its steps in order of time, by the `id` of the page event or of the exchange that showed it.',
    ),
    unseen: described(
      v.array(v.picklist(['reading', 'who-changed', 'who-wrote'])),
      'What no browser shows of it.',
    ),
  }),
  'A relay A → B → C: one channel, however many values went through it.',
);

/** The schema of `ReportChannel`. */
export const reportChannel = described(
  v.object({
    kind: v.picklist([...eventKinds, ...relayKinds]),
    from: end,
    to: end,
    count: number,
  }),
  'Page events of one kind that went one way between two ends; those of a relay are of its kind.',
);

/** The schema of `ReportTextPlace`. */
const reportTextPlace = described(
  v.object({ line: number, column: number, of: textOrNull }),
  "A place in a listener's text, or in that of a function that it names.",
);

/** The schema of `ReportMessageListener`. */
export const reportMessageListener = described(
  v.object({
    frame: frameRef,
    id: number,
    name: text,
    registeredAt: textsOrNull,
    messages: number,
    reads: v.nullable(v.array(eventField)),
    readLate: described(
      v.array(eventField),
      'What was read while no listener was known to run: by this one, or by another.',
    ),
    run: v.picklist(['data-only', 'looked', 'looked-late', 'not-seen', 'nothing']),
    verdict: described(
      v.picklist([
        'delegated',
        'deny-list',
        'endsWith',
        'exact',
        'includes',
        'indexOf',
        'list',
        'none',
        'regex',
        'source',
        'startsWith',
        'unknown',
      ]),
      '`none` only where neither text nor run touches origin or source, and the event is passed to no other function.',
    ),
    because: v.nullable(
      v.picklist([
        'computed-name',
        'either-way',
        'evaluates',
        'native',
        'no-text',
        'not-a-function',
        'not-compared',
        'read-elsewhere',
        'run-not-seen',
        'too-complex',
        'too-long',
        'unparsable',
      ]),
    ),
    reach: v.nullable(v.picklist(['anyone', 'scheme-or-port', 'subdomains'])),
    example: described(textOrNull, 'An origin that gets past the check and may not be meant to.'),
    supposed: described(textOrNull, 'What the example takes for a value that the text does not say.'),
    restsOn: described(textOrNull, 'What the verdict rests on, as written.'),
    at: v.nullable(reportTextPlace),
    decidedBy: textOrNull,
    risk: v.nullable(
      v.object({
        code: v.picklist([
          'anyone-passes',
          'data-only',
          'no-check',
          'scheme-or-port-passes',
          'source-only',
          'subdomains-pass',
        ]),
        title: text,
        remedy: text,
      }),
    ),
  }),
  'A listener for messages, over all that it was seen to run for: what its text says, and what it read.',
);

/** The schema of `ReportStarTarget`. */
export const reportStarTarget = described(
  v.object({
    certainty: v.literal('possible'),
    url: described(
      textOrNull,
      "The file, or the document that it is written in; null in a listener's own text.",
    ),
    inline: described(
      numberOrNull,
      "Which inline script of that document, from 1; null in a file, and where the line is the document's.",
    ),
    listener: textOrNull,
    line: number,
    column: number,
    text,
  }),
  "A call that is written with `'*'` as its target origin: no word on whether it runs, nor on any message.",
);
