import * as v from 'valibot';
import { actors } from '../../diagnosis/cause';
import { described } from '../../protocol/bounded-schemas';
import { initiator, internalRedirect, outcome, requestClass, requestKind } from '../../protocol/fact-schemas';
import { pageEnds } from '../../protocol/page-hints';
import { reportCookie } from './cookie';
import { reportExchangeFacts } from './facts';
import { reportFix } from './fix';
import {
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
    origin: described(textOrNull, 'The Origin header that was sent; null if none was sent.'),
    status: numberOrNull,
    requestHeaders: v.nullable(headerList),
    responseHeaders: v.nullable(headerList),
    reachedServer: v.nullable(yesOrNo),
    serverIp: textOrNull,
    preflight: textOrNull,
    internal: v.nullable(internalRedirect),
  }),
  'One request of a redirect chain. null headers were not visible, which is not the same as no headers.',
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

/** The schema of `ReportCause`. */
export const reportCause = described(
  v.object({
    code: text,
    confidence: described(
      v.picklist(['certain', 'likely', 'possible']),
      'certain: the facts allow no other cause; likely: they fit no other known cause; possible: others fit too.',
    ),
    actor: described(v.picklist(actors), 'Who has to change something.'),
    title: text,
    sentence: described(text, 'What happened: who did what, and what that led to.'),
    evidence: described(texts, 'The recorded facts that it rests on.'),
    remedy: text,
  }),
  'Why it really happened.',
);

/** The schema of `ReportQuestion`. */
export const reportQuestion = described(
  v.object({
    code: text,
    between: described(texts, 'The codes of the causes that fit and that it is about, the best first.'),
    ask: described(text, 'What to do, and what its results mean.'),
    curl: described(
      textOrNull,
      'A command for a POSIX shell. Secrets in it are placeholders. null: it is something to look at.',
    ),
    answer: described(
      v.nullable(v.object({ said: texts, meaning: text })),
      'What the user pasted as its answer, and what that means.',
    ),
  }),
  'What would tell the causes apart, or make one sure. CORScope sends no request.',
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
  'The steps that an algorithm took.',
);

/** The schema of `ReportNeed`. */
export const reportNeed = described(
  v.object({
    hop: number,
    header: text,
    has: textOrNull,
    needs: text,
    on: v.picklist(['preflight', 'response']),
    purpose: described(
      v.picklist(['pass', 'read', 'store']),
      'What the change achieves. pass: the request is allowed; read: script can read more response headers; store: the browser stores the cookie.',
    ),
    seen: described(
      yesOrNo,
      'Whether the response was observed. false for the response after a failed preflight: the request was not sent, so `has` is null and the response may have the header already.',
    ),
  }),
  'A header that must change, or one that a response needs that was not observed.',
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
      'The CORS request and response headers that would replace it.',
    ),
  }),
  'Data loaded as a script. `observed`: its function was called; `inferred`: from URL and response only.',
);

/** The schema of `ReportPreflightCost`. */
export const reportPreflightCost = described(
  v.object({
    preflightsMs: number,
    allMs: described(
      numberOrNull,
      'Duration of the whole request, preflights included; null while it is pending.',
    ),
    isAlone: described(yesOrNo, 'No response came after the last preflight.'),
  }),
  'The duration of the preflights of a request, in milliseconds.',
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
    kind: described(requestKind, 'The purpose of the request, the same in all browsers.'),
    type: described(text, 'The resource type by its webRequest name in this browser.'),
    hops: v.array(reportHop),
    method: text,
    url: text,
    preflightFor: v.nullable(v.object({ exchange: text, hop: number })),
    mode: sourced(mode),
    credentialsMode: sourced(credentialsMode),
    redirectMode: described(
      v.nullable(v.picklist(['follow', 'error', 'manual'])),
      'null: it had to be assumed.',
    ),
    relation: v.nullable(relation),
    access: v.picklist(['read', 'embed', 'write']),
    class: requestClass,
    preflightTriggers: texts,
    preflightCache: v.nullable(v.picklist(['hit', 'miss', 'unknown'])),
    preflightCost: described(
      v.nullable(reportPreflightCost),
      'Duration of its preflights; null if there were none, or they are pending.',
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
      'Whether the page can read detailed timing; null if no response was observed, or timing does not apply.',
    ),
    findings: v.array(reportFinding),
    causes: described(
      v.array(reportCause),
      'The root causes that fit, the best first; empty if the recording supports none. For a preflight, see its request.',
    ),
    questions: described(
      v.array(reportQuestion),
      'What would tell the causes apart; empty if nothing would. For a preflight, see its request.',
    ),
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
            'The first problem that this browser would act on; null if there is none.',
          ),
          browserReason: textOrNull,
          browserSays: texts,
          differs: described(yesOrNo, 'Whether the outcome or the first problem would be different.'),
        }),
      ),
      'The result in the browser that did not send it; null if that is not certain.',
    ),
    error: textOrNull,
    status: numberOrNull,
    servedBy: v.picklist(['http-cache', 'network', 'service-worker', 'unknown']),
    cachedAnswer: described(
      v.nullable(v.object({ exchange: text, ageMs: number })),
      'The earlier exchange whose response the HTTP cache may have used for this blocked one, which had another Origin header or none; null if there is none.',
    ),
    workerLink: described(
      v.nullable(
        v.object({
          made: described(
            texts,
            'The ids of the requests that its service worker probably made for this one.',
          ),
          madeFor: described(
            texts,
            "The ids of the page's requests for which a service worker probably made this one.",
          ),
          isModeChanged: described(
            yesOrNo,
            "Whether the page's request had mode no-cors and the service worker's has mode cors.",
          ),
        }),
      ),
      'How a request of the page and what its service worker requested belong together; null if nothing shows it.',
    ),
    failedImports: described(
      texts,
      'The ids of the imports because of which a module or style sheet probably reported an error.',
    ),
    needs: v.array(reportNeed),
    fix: reportFix,
    cookies: v.array(reportCookie),
    jsonp: described(
      v.nullable(reportJsonp),
      'For a script from another origin that contains data; otherwise null.',
    ),
    traces: v.array(reportTrace),
    assumptions: v.array(v.object({ field: text, because: text })),
    facts: reportExchangeFacts,
  }),
  'A request with its redirects, its outcome and the reasons.',
);
