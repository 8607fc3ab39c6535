import * as v from 'valibot';
import { described } from '../../protocol/bounded-schemas';
import { initiator, internalRedirect, outcome, requestClass, requestKind } from '../../protocol/fact-schemas';
import { pageEnds } from '../../protocol/page-hints';
import {
  basis,
  browserName,
  credentialsMode,
  evidence,
  findingCode,
  headerList,
  mode,
  number,
  numberOrNull,
  relation,
  sourced,
  text,
  textOrNull,
  texts,
  textsOrNull,
  yesOrNo,
} from './values';

/** The schema of `ReportHop`. */
export const reportHop = described(
  v.object({
    url: text,
    method: text,
    origin: described(textOrNull, 'The Origin header sent; null if none was.'),
    status: numberOrNull,
    requestHeaders: v.nullable(headerList),
    responseHeaders: v.nullable(headerList),
    reachedServer: v.nullable(yesOrNo),
    serverIp: textOrNull,
    preflight: textOrNull,
    internal: v.nullable(internalRedirect),
  }),
  'One request of a redirect chain. null headers were never shown, which is not "none".',
);

/** The schema of `ReportFinding`. */
export const reportFinding = described(
  v.object({
    code: findingCode,
    severity: v.picklist(['error', 'warning']),
    hop: number,
    section: text,
    step: text,
    specUrl: text,
    title: text,
    remedy: text,
    evidence,
  }),
  'A problem or a warning, with its place in the standard.',
);

/** The schema of `ReportTrace`. */
export const reportTrace = described(
  v.object({
    hop: number,
    section: text,
    result: text,
    step: text,
    finding: v.nullable(findingCode),
    passedOver: texts,
    evidence,
  }),
  'An algorithm as it was walked.',
);

/** The schema of `ReportNeed`. */
export const reportNeed = described(
  v.object({
    hop: number,
    header: text,
    has: textOrNull,
    needs: text,
    on: v.picklist(['preflight', 'response']),
  }),
  'A header that must change.',
);

/** The schema of `ReportCookie`. */
export const reportCookie = described(
  v.object({
    hop: number,
    name: text,
    direction: v.picklist(['not-sent', 'refused', 'sent', 'set']),
    because: text,
    basis,
    attributes: described(
      textsOrNull,
      'Its host or Domain, its Path, and so on; null where only its name was seen.',
    ),
    kept: described(
      v.nullable(v.picklist(['same', 'other', 'none'])),
      'What the browser kept in its place when the report was made; null where it was not asked, or nothing follows.',
    ),
    otherBrowser: described(
      textOrNull,
      'Why the other browser would do otherwise; null where it would not, or no more than the name was seen.',
    ),
  }),
  'A cookie that went, stayed, was taken or was refused.',
);

/** The schema of `ReportJsonp`. */
export const reportJsonp = described(
  v.object({
    basis: v.picklist(['inferred', 'observed']),
    functionName: text,
    parameter: textOrNull,
    calls: numberOrNull,
    size: numberOrNull,
    risks: v.array(v.picklist(['not-encrypted', 'answers-with-cookies', 'fixed-name'])),
    instead: described(
      v.object({
        url: text,
        credentialsMode: v.picklist(['include', 'omit']),
        responseHeaders: headerList,
      }),
      'What CORS would need instead.',
    ),
  }),
  'Data that came as a script. `observed`: its function was called; `inferred`: from URL and answer alone.',
);

/** The schema of `ReportPreflightCost`. */
export const reportPreflightCost = described(
  v.object({
    preflightsMs: number,
    allMs: described(numberOrNull, 'The whole request, preflights included; null while it runs.'),
    isAlone: described(yesOrNo, 'No response came after the last preflight.'),
  }),
  'How long the preflights of a request took.',
);

/** The schema of `ReportExchange`. */
export const reportExchange = described(
  v.object({
    id: text,
    requestId: text,
    startedAt: text,
    durationMs: numberOrNull,
    frame: v.object({ frameId: number, documentId: textOrNull, origin: textOrNull }),
    initiator,
    stack: textsOrNull,
    kind: described(requestKind, 'What it is for.'),
    type: described(text, 'The resource type, as webRequest names it in this browser.'),
    hops: v.array(reportHop),
    method: text,
    url: text,
    preflightFor: v.nullable(v.object({ exchange: text, hop: number })),
    mode: sourced(mode),
    credentialsMode: sourced(credentialsMode),
    relation: v.nullable(relation),
    access: v.picklist(['read', 'embed', 'write']),
    class: requestClass,
    preflightTriggers: texts,
    preflightCache: v.nullable(v.picklist(['hit', 'miss', 'unknown'])),
    preflightCost: described(
      v.nullable(reportPreflightCost),
      'How long its preflights took; null if it sent none, or they still run.',
    ),
    outcome,
    outcomeBasis: v.picklist(['computed', 'observed']),
    headline: described(text, 'One sentence: what happened and why.'),
    sinceReload: v.nullable(v.picklist(['next-reason', 'now-allowed', 'still-blocked'])),
    pageSaw: v.nullable(sourced(v.picklist(pageEnds))),
    responseType: v.nullable(v.picklist(['basic', 'cors', 'error', 'opaque', 'opaqueredirect'])),
    readableHeaders: textsOrNull,
    hiddenHeaders: v.array(v.object({ name: text, because: text })),
    timing: described(
      v.nullable(v.picklist(['hidden', 'shown'])),
      'Whether the page sees in detail how long it took; null where no response was seen, or nothing asks.',
    ),
    findings: v.array(reportFinding),
    candidates: v.array(v.union([findingCode, v.literal('none')])),
    browserReason: textOrNull,
    browserReasonCandidates: texts,
    browserSays: texts,
    otherBrowser: described(
      v.nullable(
        v.object({
          browser: browserName,
          outcome,
          finding: described(
            v.nullable(findingCode),
            'The first thing that it would act on; null if nothing is wrong.',
          ),
          browserReason: textOrNull,
          browserSays: texts,
          differs: described(
            yesOrNo,
            'Whether it would come to another outcome, or act on another problem first.',
          ),
        }),
      ),
      'What the browser that did not make it would say; null where that is not certain.',
    ),
    error: textOrNull,
    status: numberOrNull,
    servedBy: v.picklist(['http-cache', 'network', 'service-worker', 'unknown']),
    needs: v.array(reportNeed),
    cookies: v.array(reportCookie),
    jsonp: described(v.nullable(reportJsonp), 'Of a script from another origin that is data; else null.'),
    traces: v.array(reportTrace),
    assumptions: v.array(v.object({ field: text, because: text })),
  }),
  'A request with its redirects, what became of it and why.',
);
