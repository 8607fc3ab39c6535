import type { AdviceCode } from '../../diagnosis/advice-table';
import type { MissReason } from '../../diagnosis/preflights';
import type { AdviceProse, AdviceValues } from '../advice-prose';

const number = (value = '0') => Number(value).toLocaleString('en');
const preflights = (count = '0') => `${number(count)} ${count === '1' ? 'preflight' : 'preflights'}`;
const spent = ({ count, ms }: AdviceValues) => `${preflights(count)} (${number(ms)} ms)`;

const because: Readonly<Record<MissReason, (count: string) => string>> = {
  'no-max-age': (count) => `no Access-Control-Max-Age, so they are cached for 5 seconds (${count})`,
  'max-age-zero': (count) => `Access-Control-Max-Age forbids caching (${count})`,
  'max-age-short': (count) => `Access-Control-Max-Age had passed (${count})`,
  bypassed: (count) =>
    `the request bypassed caches: by its cache mode, a reload, or “Disable cache” in DevTools (${count})`,
  credentials: (count) => `an earlier request had another credentials mode (${count})`,
  unknown: (count) => `not visible (${count})`,
};

/** The reasons of cache misses, written as `code count, …`. */
const reasonsIn = (reasons = '') =>
  reasons
    .split(', ')
    .map((each) => {
      const [code = '', count = ''] = each.split(' ');
      return because[code as MissReason]?.(count) ?? '';
    })
    .join('; ');

/** Advice about what costs time. */
export const ofCost = {
  'preflights-not-cached': {
    title: 'Preflights are repeated that a cache could save',
    sentence: (values) =>
      `${values.server} answered ${spent(values)}; ${number(values.repeats)} of them repeat an earlier one. Reason: ${reasonsIn(values.reasons)}.`,
    remedy: ({ chromeSeconds, chrome, chromeMs, firefoxSeconds, firefox, firefoxMs }) =>
      `In the API, send Access-Control-Max-Age with the response to OPTIONS. Chrome caches for at most ${number(chromeSeconds)} seconds, which here saves ${preflights(chrome)} (${number(chromeMs)} ms); Firefox for at most ${number(firefoxSeconds)} seconds: ${preflights(firefox)} (${number(firefoxMs)} ms).`,
  },
  'sdk-preflight-headers': {
    title: 'Headers of a monitoring script cause preflights',
    sentence: (values) =>
      `${spent(values)} to ${values.server} are needed only because of ${values.names}, which ${values.sdks} adds.`,
    remedy: () =>
      'In the page’s monitoring configuration, limit the servers that get these headers (Sentry: tracePropagationTargets; OpenTelemetry: propagateTraceHeaderCorsUrls; Datadog: allowedTracingUrls) to those that use them.',
  },
  'preflight-lists-too-short': {
    title: 'Responses to preflights list too little to be reused',
    sentence: (values) =>
      `${values.server} allows only the methods and headers of each single request, so ${spent(values)} followed for other requests to the same URLs.`,
    remedy: () =>
      'In the API, list all methods and headers that a URL supports in Access-Control-Allow-Methods and Access-Control-Allow-Headers.',
  },
  'preflights-per-url': {
    title: 'Many URLs need a preflight each',
    sentence: (values) =>
      `${values.server} got a first preflight for each of ${number(values.count)} URLs (${number(values.ms)} ms). The preflight cache is per URL including the query, so no Access-Control-Max-Age saves these.`,
    remedy: () =>
      'Combine these requests into fewer, or move what differs from the URL into the body. Or serve the API from the page’s own origin through a proxy: then there are no preflights.',
  },
  'needless-preflight-header': {
    title: 'Headers that requests do not need cause preflights',
    sentence: (values) => `${spent(values)} to ${values.server} are needed only because of ${values.names}.`,
    remedy: ({ names }) =>
      `In the page, do not set ${names} on these requests. To bypass the cache, use the cache option of fetch(); a GET has no body, so it needs no Content-Type.`,
  },
  'safelisted-content-type': {
    title: 'Only the content type makes these requests need preflights',
    sentence: (values) =>
      `${spent(values)} to ${values.server} are needed only because of Content-Type${values.type === '' ? '' : `: ${values.type}`}. The requests send no cookies.`,
    remedy: () =>
      'If the API uses no cookies at all, send the same body as text/plain and let the API parse it: then no preflight is needed. With cookies, keep the preflight: it protects against forged requests.',
  },
  'preload-fetched-twice': {
    title: 'A file is loaded twice, in two modes',
    sentence: ({ url, destination }) =>
      `${url} was loaded first without and then with CORS. ${
        destination === 'font'
          ? 'Fonts are always loaded with CORS, so the first load was a preload without crossorigin, and was not used.'
          : 'A preload is used only by a request of the same mode, so the first load was not used for the second.'
      }`,
    remedy: () =>
      'In the page, give <link rel="preload"> the same crossorigin attribute as the element that uses the file; for fonts and fetch(), crossorigin.',
  },
  'preflight-time': {
    title: 'Preflights take time',
    sentence: (values) => `The page waited for ${spent(values)} to ${values.servers}.`,
    remedy: () =>
      'Send Access-Control-Max-Age with the response to OPTIONS, or serve the API from the page’s own origin through a proxy: then there are no preflights.',
  },
} satisfies Partial<Readonly<Record<AdviceCode, AdviceProse>>>;
