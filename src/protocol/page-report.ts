import * as v from 'valibot';
import { modes } from '../engine';
import { flag, longText, shortText, shortTextOrNull, strictListOf, timeMs } from './bounded-schemas';
import { callSiteOrNull, frameRef } from './page-events/parts';
import { hintApis, type PageReport, pageEnds } from './page-hints';

// What the page reported about an exchange, as it is read from a file. The log parses the same values one by one, with
// `parsePageHints()`, when the page hands them over.

const maxCalls = 1_000;
const maxNames = 1_000;

const origin = { atMs: timeMs, frame: frameRef };

const call = v.object({
  type: v.literal('call'),
  id: shortText,
  ...origin,
  api: v.picklist(hintApis),
  url: longText,
  method: v.nullable(longText),
  mode: v.nullable(v.picklist(modes)),
  credentialsMode: v.nullable(v.picklist(['omit', 'same-origin', 'include'])),
  redirectMode: v.nullable(v.picklist(['follow', 'error', 'manual'])),
  integrity: v.nullable(longText),
  keepalive: v.nullable(flag),
  hasSignal: v.nullable(flag),
  isStreamingBody: v.nullable(flag),
  targetAddressSpace: shortTextOrNull,
  headerNames: v.nullable(strictListOf(longText, maxNames)),
  element: v.nullable(
    v.object({
      name: shortText,
      crossOrigin: v.nullable(v.picklist(['anonymous', 'use-credentials'])),
      isModule: flag,
    }),
  ),
  callSite: callSiteOrNull,
});

const reportedCall = v.object({ call, end: v.nullable(v.picklist(pageEnds)), threw: shortTextOrNull });

const violation = v.object({
  type: v.picklist(['csp-violation', 'coep-violation', 'dip-violation', 'integrity-violation']),
  ...origin,
  blockedUrl: longText,
  directive: shortText,
  disposition: v.picklist(['enforce', 'report']),
});

/** The schema of `PageReport`. */
export const pageReport = v.object({
  call: v.nullable(reportedCall),
  possible: strictListOf(reportedCall, maxCalls),
  isOneOfThem: flag,
  violations: strictListOf(violation, maxCalls),
}) satisfies v.GenericSchema<unknown, PageReport>;
