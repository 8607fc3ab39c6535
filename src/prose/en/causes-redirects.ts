import type { CauseCode } from '../../diagnosis/causes';
import type { CauseContext, CauseProse } from '../cause-prose';
import { asked, effect } from './causes-answers';

const redirected = (context: CauseContext) =>
  `${context.host} redirected ${asked(context)} (${context.status})`;
const refused = (context: CauseContext) =>
  context.isPreflight
    ? `preflights do not follow redirects, so the ${context.method} was never sent`
    : 'the redirect or its target has no CORS headers, so the page cannot read the response';

/** Causes that are a redirect. */
export const ofRedirects = {
  'hsts-redirect': {
    title: 'The browser itself redirected to https: because of HSTS',
    reason: 'HSTS redirects to https:',
    sentence: (context) =>
      `${context.host} is only reachable over https: (HSTS), so the browser itself redirected the http: request, and ${refused(context)}.`,
    remedy: (context) => `In the page, request ${context.values.url} directly.`,
  },
  'https-redirect': {
    title: 'The page requests http:, and the server redirects to https:',
    reason: 'Redirected to https:',
    sentence: (context) => `${redirected(context)} from http: to https:, and ${refused(context)}.`,
    remedy: (context) => `In the page, request ${context.values.url} directly.`,
  },
  'downgraded-redirect': {
    title: 'The server redirects from https: to http:',
    reason: 'Redirected from https: to http:',
    sentence: (context) =>
      `${redirected(context)} from https: to http:, probably because it is behind a TLS proxy and does not know its own scheme, ${effect(context)}.`,
    remedy: () =>
      'In the API, trust the proxy’s X-Forwarded-Proto (uvicorn: --proxy-headers; Django: SECURE_PROXY_SSL_HEADER). In the page, request the URL that needs no redirect.',
  },
  'slash-redirect': {
    title: 'The server redirects because of the slash at the end of the path',
    reason: 'Redirected to add or remove a slash',
    sentence: (context) =>
      `${redirected(context)} to ${context.values.url} because of the slash at the end of the path, and ${refused(context)}.`,
    remedy: (context) =>
      `In the page, request ${context.values.url} directly. Or, in the API, turn off the slash redirect (FastAPI: redirect_slashes=False).`,
  },
  'www-redirect': {
    title: 'The server redirects to its name with or without www',
    reason: 'Redirected to add or remove www',
    sentence: (context) =>
      `${redirected(context)} to its other name (${context.values.url}), and ${refused(context)}.`,
    remedy: (context) => `In the page, request ${context.values.url} directly.`,
  },
  'bucket-region-redirect': {
    title: 'Amazon S3 redirects to the endpoint of the bucket’s region',
    reason: 'Redirected to the bucket’s region',
    sentence: (context) =>
      `Amazon S3 redirected ${asked(context)} (${context.status}) to the bucket’s region at ${context.values.host}, and ${refused(context)}.`,
    remedy: (context) =>
      `Where the URL is made (presigned), use the regional endpoint ${context.values.host}.`,
  },
  'tainted-origin': {
    title: 'A redirect between two other origins made the Origin header null',
    reason: 'Redirect made the origin null',
    sentence: (context) =>
      `After a redirect between two other origins, the browser sends Origin: null, which ${context.host} does not allow, ${effect(context)}.`,
    remedy: (context) =>
      `In the page, request the last URL of the chain (${context.url}) directly. Do not allow null on the server: sandboxed frames of any site have it too.`,
  },
  'stripped-authorization': {
    title: 'The browser removed Authorization at a redirect to another origin',
    reason: 'Redirect removed Authorization',
    sentence: (context) =>
      `The browser removed the Authorization header at a redirect to another origin, so ${context.host} answered with 401.`,
    remedy: (context) => `In the page, request ${context.values.url} directly.`,
  },
  'preflight-redirect': {
    title: 'The server redirects preflights',
    reason: 'Preflight is redirected',
    sentence: (context) => `${redirected(context)} to ${context.values.url}, and ${refused(context)}.`,
    remedy: (context) =>
      `In the page, request ${context.values.url} directly. Or, in the API, answer OPTIONS with 204 instead of redirecting it.`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;
