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
      'certain: every step shows who did it; likely: frames, order and value match, but one actor is not visible.',
    ),
    title: text,
    frames: described(
      v.array(end),
      "A: the page; B: a document of another origin; C: a document of A's origin.",
    ),
    rounds: described(
      v.array(v.array(reportRelayStep)),
      'The steps of each value in order of time. `id` refers to the page event or exchange that showed the step.',
    ),
    unseen: described(
      v.array(v.picklist(['reading', 'who-changed', 'who-wrote'])),
      'The parts that no browser shows.',
    ),
  }),
  'A relay A → B → C. All values that went through it make one channel.',
);

/** The schema of `ReportChannel`. */
export const reportChannel = described(
  v.object({
    kind: v.picklist([...eventKinds, ...relayKinds]),
    from: end,
    to: end,
    count: number,
  }),
  'The page events of one kind from one end to another. Events of a relay have the kind of the relay.',
);

/** The schema of `ReportTextPlace`. */
const reportTextPlace = described(
  v.object({ line: number, column: number, of: textOrNull }),
  "A place in a listener's text, or in the text of a function that the listener names.",
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
      'Members read while no listener was known to run. This listener or another one read them.',
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
        'site',
        'source',
        'startsWith',
        'unknown',
        'url-pattern',
      ]),
      '`none` only if neither text nor run uses origin or source, and no other function gets the event.',
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
    example: described(textOrNull, 'An origin that passes the check, probably against its intention.'),
    supposed: described(
      textOrNull,
      'The value that the example assumes because the text does not contain it.',
    ),
    loophole: described(
      v.nullable(
        v.object({ kind: v.picklist(['other-condition', 'unchecked-use']), text, at: reportTextPlace }),
      ),
      'Where the message can be used although the check rejects its sender.',
    ),
    restsOn: described(textOrNull, 'The source text that the verdict is based on.'),
    at: v.nullable(reportTextPlace),
    decidedBy: textOrNull,
    risk: v.nullable(
      v.object({
        code: v.picklist([
          'anyone-passes',
          'data-only',
          'no-check',
          'other-condition',
          'scheme-or-port-passes',
          'source-only',
          'subdomains-pass',
          'unchecked-use',
        ]),
        title: text,
        remedy: text,
      }),
    ),
  }),
  'A message listener and all its observed runs: what its text checks and what it read.',
);

/** The schema of `ReportStarTarget`. */
export const reportStarTarget = described(
  v.object({
    certainty: v.literal('possible'),
    url: described(
      textOrNull,
      "The URL of the script file, or of the document with the inline script; null for a listener's text.",
    ),
    inline: described(
      numberOrNull,
      'The number of the inline script in the document, from 1; null in a file, or if `line` counts in the document.',
    ),
    listener: textOrNull,
    line: number,
    column: number,
    text,
  }),
  "A call written with `'*'` as its target origin. It may never run, and it is not linked to any message.",
);
