import { type BrowserName, getHeader, type LocatedFinding } from '../../engine';
import { reportedCall } from '../../exchange/calls/page-report';
import { destinationOf } from '../../exchange/verdict/script-use';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts, RequestKind } from '../../protocol/facts';
import type { HintApi } from '../../protocol/page-hints';

/** What the texts of a browser name. */
interface Printed {
  /** The response header that it is about, by its name; '' if it was missing. */
  value(header: string): string;
  readonly method: string;
  /** The request header that is not allowed. */
  readonly header: string;
  readonly status: number | null;
}

type Texts = Readonly<Record<string, (about: Printed) => string>>;

const allowOrigin = 'Access-Control-Allow-Origin';
const validValue = 'Have the server send the header with a valid value.';

/** Chrome's reasons, by their names in the DevTools protocol. */
const chromeCheck: Texts = {
  MissingAllowOriginHeader: () =>
    "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  MultipleAllowOriginValues: ({ value }) =>
    `The 'Access-Control-Allow-Origin' header contains multiple values '${value(allowOrigin)}', but only one is allowed. ${validValue}`,
  InvalidAllowOriginValue: ({ value }) =>
    `The 'Access-Control-Allow-Origin' header contains the invalid value '${value(allowOrigin)}'. ${validValue}`,
  AllowOriginMismatch: ({ value }) =>
    `The 'Access-Control-Allow-Origin' header has a value '${value(allowOrigin)}' that is not equal to the supplied origin. ${validValue}`,
  WildcardOriginNotAllowed: () =>
    "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
  InvalidAllowCredentials: ({ value }) =>
    `The value of the 'Access-Control-Allow-Credentials' header in the response is '${value('Access-Control-Allow-Credentials')}' which must be 'true' when the request's credentials mode is 'include'.`,
  InvalidStatus: () => 'It does not have HTTP ok status.',
  DisallowedRedirect: () => 'Redirect is not allowed for a preflight request.',
};

const chromeOther: Texts = {
  InvalidAllowMethodsPreflightResponse: () =>
    'Cannot parse Access-Control-Allow-Methods response header field in preflight response.',
  InvalidAllowHeadersPreflightResponse: () =>
    'Cannot parse Access-Control-Allow-Headers response header field in preflight response.',
  MethodDisallowedByPreflightResponse: ({ method }) =>
    `Method ${method} is not allowed by Access-Control-Allow-Methods in preflight response.`,
  HeaderDisallowedByPreflightResponse: ({ header }) =>
    `Request header field ${header} is not allowed by Access-Control-Allow-Headers in preflight response.`,
};

/** Firefox's reasons, by the categories of its console. */
const firefoxReasons: Texts = {
  CORSMissingAllowOrigin2: ({ status }) =>
    `(Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: ${status}.`,
  CORSMultipleAllowOriginNotAllowed: () =>
    '(Reason: Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).',
  CORSAllowOriginNotMatchingOrigin: ({ value }) =>
    `(Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘${value(allowOrigin)}’).`,
  CORSNotSupportingCredentials: () =>
    '(Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
  CORSMissingAllowCredentials: () =>
    '(Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).',
  CORSPreflightDidNotSucceed3: ({ status }) =>
    `(Reason: CORS preflight response did not succeed). Status code: ${status}.`,
  CORSExternalRedirectNotAllowed: () => '(Reason: CORS request external redirect not allowed).',
  CORSInvalidAllowMethod: ({ value }) =>
    `(Reason: invalid token ‘${value('Access-Control-Allow-Methods')}’ in CORS header ‘Access-Control-Allow-Methods’).`,
  CORSInvalidAllowHeader: ({ value }) =>
    `(Reason: invalid token ‘${value('Access-Control-Allow-Headers')}’ in CORS header ‘Access-Control-Allow-Headers’).`,
  CORSMethodNotFound: () => '(Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).',
  CORSMissingAllowHeaderFromPreflight2: ({ header }) =>
    `(Reason: header ‘${header}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).`,
  CORSDidNotSucceed2: () => '(Reason: CORS request did not succeed). Status code: (null).',
};

/**
 * Returns the console messages about the CORS failure of an exchange, as that browser prints them in English; empty if
 * it passed, or if it prints another kind of message.
 */
export function printedMessages(
  browser: BrowserName,
  facts: ExchangeFacts,
  verdict: Verdict,
): readonly string[] {
  const finding = verdict.findings.find(({ severity }) => severity === 'error');
  // The same code twice: the finding is certain, and only its message is not.
  if (!finding || new Set(verdict.candidates).size > 1) return [];
  const about = printedOf(browser, finding, facts, verdict);
  const names = verdict.candidates.length > 0 ? verdict.browserReasonCandidates : verdict.browserSays;
  const texts = names.map((name) =>
    browser === 'chrome' ? chromeText(name, about) : firefoxReasons[name]?.(about),
  );
  const { exchange } = verdict;
  const urlList = exchange.hops.slice(0, finding.hop + 1).map(({ url }) => url);
  const [first = '', last = first] = [urlList[0], urlList.at(-1)];
  const isQuoted = (name: string | undefined) => name === 'CORSNotSupportingCredentials';
  const wrap = (text: string, name: string | undefined) => {
    if (browser === 'firefox') {
      const url = isQuoted(name) ? `‘${last}’` : last;
      return `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. ${text}`;
    }
    const from = urlList.length > 1 ? ` (redirected from '${first}')` : '';
    const { origin } = exchange;
    return `Access to ${resourceOf(facts)} at '${last}'${from} from origin '${origin}' has been blocked by CORS policy: ${text}`;
  };
  return texts.flatMap((text, index) => (text === undefined ? [] : [wrap(text, verdict.browserSays[index])]));
}

function chromeText(name: string, about: Printed): string | undefined {
  const ofPreflight = name.startsWith('Preflight') ? chromeCheck[name.slice('Preflight'.length)] : undefined;
  if (ofPreflight) {
    return `Response to preflight request doesn't pass access control check: ${ofPreflight(about)}`;
  }
  return (chromeCheck[name] ?? chromeOther[name])?.(about);
}

function printedOf(
  browser: BrowserName,
  { hop: index, on, evidence }: LocatedFinding,
  facts: ExchangeFacts,
  { exchange }: Verdict,
): Printed {
  const hop = exchange.hops[index];
  const response = on === 'preflight' ? hop?.preflight : hop?.response;
  const missing = evidence.missingNames?.split(',') ?? [];
  // Chrome names the first header that the page set, Firefox the first in alphabetical order.
  const sent = facts.hops[index]?.requestHeaders?.map(([name]) => name.toLowerCase());
  const written = reportedCall(facts)?.call.headerNames ?? sent ?? [];
  const first = browser === 'chrome' ? written.find((name) => missing.includes(name)) : undefined;
  return {
    value: (header) => getHeader(response?.headerList ?? [], header) ?? '',
    method: hop?.method ?? '',
    header: first ?? missing[0] ?? '',
    status: response?.status ?? null,
  };
}

/** What Chrome calls the requests of an API, and those of other kinds. */
const byApi: Readonly<Partial<Record<HintApi, string>>> = {
  xhr: 'XMLHttpRequest',
  'event-source': 'resource',
};
const byKind: Readonly<Partial<Record<RequestKind, string>>> = {
  fetch: 'fetch',
  image: 'image',
  script: 'script',
  style: 'CSS stylesheet',
  font: 'font',
  media: 'media',
};

function resourceOf(facts: ExchangeFacts): string {
  const api = reportedCall(facts)?.call.api;
  if (destinationOf(facts) === 'manifest') return 'manifest';
  return (api && byApi[api]) ?? byKind[facts.kind] ?? 'resource';
}
