import type { FindingCode } from '../../engine';
import type { FindingContext, FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { errorText, from, ofDocument, originOf, page, sentWith, server, upper } from './phrases';

/** What loads URLs of the page's own origin only, without an option. */
const loaders: Readonly<Record<string, string>> = {
  use: 'an SVG <use> element',
  filter: 'CSS filter',
  'clip-path': 'CSS clip-path',
  track: 'a <track> without crossorigin',
  worker: 'new Worker()',
  'shared-worker': 'new SharedWorker()',
};
const loaderOf = ({ evidence }: FindingContext) => loaders[evidence.requestedBy ?? ''] ?? '';
const isOwnOnly = (context: FindingContext) => loaderOf(context) !== '';

export const ofRedirects = {
  'redirect-with-credentials': {
    title: 'The redirect’s URL contains a user name or password',
    reason: 'Redirect to a URL with credentials',
    sentence: (context) =>
      `${hostOf(context.url)} redirected the request ${from(context)} to a URL that contains a user name or ` +
      `password${context.evidence.locationUrl ? ` (${context.evidence.locationUrl})` : ''}, which a ` +
      'cross-origin request cannot follow.',
    remedy: (context) =>
      `${server(context)}, send a Location without user name and password, and authenticate with the ` +
      'Authorization header or a cookie.',
  },
  'redirect-scheme': {
    title: 'The redirect’s URL is neither http: nor https:',
    reason: 'Redirect is not to http: or https:',
    sentence: (context) =>
      `${hostOf(context.url)} redirected ${context.method} ${context.url} to ` +
      `${context.evidence.locationUrl ?? 'a URL that is neither http: nor https:'}, but a request can only ` +
      'follow redirects to http: and https: URLs.',
    remedy: (context) =>
      `${server(context)}, redirect to an http: or https: URL; to open an app through its own scheme, use a ` +
      'link instead of a request.',
  },
  'redirect-location-invalid': {
    title: 'The redirect’s Location is not a valid URL',
    reason: 'Location is not a valid URL',
    sentence: (context) =>
      `${hostOf(context.url)} answered ${context.method} ${context.url} with a redirect whose Location ` +
      `is not a valid URL${errorText(context)}.`,
    remedy: (context) =>
      `${server(context)}, send a single Location header with a valid, percent-encoded URL.`,
  },
  'redirect-mode-error': {
    title: 'The page does not accept redirects for this request',
    reason: 'The page does not accept redirects',
    sentence: (context) =>
      `${hostOf(context.url)} answered ${context.method} ${context.url} with a redirect, but the page set ` +
      "redirect: 'error'.",
    remedy: () =>
      "In the page, remove redirect: 'error' to follow the redirect, or request its target directly.",
  },
  'too-many-redirects': {
    title: 'More than 20 redirects in a row',
    reason: 'Too many redirects',
    sentence: (context) => `${context.method} ${context.url} was redirected more than 20 times in a row.`,
    remedy: (context) =>
      `${server(context)}, remove the redirect loop. Common causes: an http: to https: redirect behind a ` +
      'proxy that terminates TLS, or a login page that redirects to itself because its cookie is not stored.',
  },
  'redirect-blocked-after': {
    title: 'The page’s own policy blocks the redirect’s target',
    reason: 'Policy blocks the redirect’s target',
    sentence: (context) =>
      `${hostOf(context.url)} redirected ${context.method} ${context.url} to a URL that a policy of ` +
      `${page(context)} blocks: its Content Security Policy, its Connection-Allowlist, or mixed content (https: to http:)` +
      `${sentWith(context)}.`,
    remedy: () =>
      'On the page’s server, allow the redirect’s target in Content-Security-Policy (connect-src for fetch and ' +
      'XHR), or add redirects=allow to Connection-Allowlist. On the other server, redirect to https: URLs only.',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

/** What to change in the Content Security Policy. */
const allowedIn = (context: FindingContext) => {
  const { directive, entry } = context.evidence;
  const header = `Content-Security-Policy${ofDocument(context)}`;
  if (entry?.includes(' ')) return `add the directive “${entry}” to ${header}.`;
  return directive
    ? `add ${entry ?? originOf(context.url)} to ${directive} in ${header}.`
    : `add ${originOf(context.url)} to the directive for this kind of request in ${header} (connect-src for fetch, ` +
        'XHR and WebSocket).';
};

export const ofThePage = {
  'scheme-not-http': {
    title: 'Only http: and https: URLs can be requested across origins',
    reason: 'Not an http: or https: URL',
    sentence: (context) =>
      `${upper(page(context))} requested ${context.evidence.url ?? context.url}, but only http: and https: ` +
      'URLs can be requested across origins.',
    remedy: () =>
      'In the page, request an http: or https: URL. If the page was opened as a file, serve its folder ' +
      'with a development server and open it from there.',
  },
  'mode-same-origin': {
    title: 'The page allows only its own origin for this request',
    reason: 'Only the page’s own origin is allowed',
    sentence: (context) =>
      isOwnOnly(context)
        ? `${upper(page(context))} loads ${context.url} with ${loaderOf(context)}, which accepts only the page’s own ` +
          'origin.'
        : `${upper(page(context))} requested ${context.url} with mode: 'same-origin', which does not allow other ` +
          'origins.',
    remedy: (context) => {
      if (context.evidence.requestedBy === 'track') {
        return (
          'In the page, add crossorigin to the <video> or <audio> element, and, on the server of the track, send ' +
          'Access-Control-Allow-Origin. Or serve the track from the page’s own origin.'
        );
      }
      return isOwnOnly(context)
        ? 'In the page, use a URL of its own origin, such as a copy of the file or a path that its server forwards.'
        : "In the page, remove mode: 'same-origin', or request a URL of the page’s own origin, such as a path " +
            'that its server forwards.';
    },
  },
  'worker-cross-origin': {
    title: 'A worker’s script must have the page’s own origin',
    reason: 'Worker script from another origin',
    sentence: (context) =>
      `${upper(page(context))} created a worker from ${context.url}, but a worker’s script must have the page’s own ` +
      'origin, regardless of the response headers.',
    remedy: () =>
      'On the page’s server, serve the script itself; or, in the page, create the worker from a blob: URL whose ' +
      'script loads the other one with importScripts() or import.',
  },
  'no-cors-redirect-mode': {
    title: "mode: 'no-cors' requires redirect: 'follow'",
    reason: "no-cors requires redirect: 'follow'",
    sentence: (context) =>
      `${upper(page(context))} requested ${context.url} with mode: 'no-cors' and a redirect mode other ` +
      "than 'follow', which is not allowed.",
    remedy: () =>
      "In the page, remove the redirect option, or remove mode: 'no-cors', which makes every response " +
      'unreadable anyway.',
  },
  csp: {
    title: 'The page’s own Content Security Policy blocks this URL',
    reason: 'Blocked by the page’s CSP',
    sentence: (context) =>
      `The Content Security Policy of ${page(context)} does not allow ${hostOf(context.url)} for this ` +
      `kind of request, so ${context.method} ${context.url} was not sent${sentWith(context)}.`,
    remedy: (context) =>
      `On the page’s server, ${allowedIn(context)} No header from the other server can change this.`,
  },
  'mixed-content': {
    title: 'An https: page cannot request an http: URL',
    reason: 'http: request from an https: page',
    sentence: (context) =>
      `${upper(page(context))} is served over https: and requested ${context.url} over http:, which is ` +
      'mixed content.',
    remedy: (context) =>
      `In the page, request the https: URL, and serve https: on ${hostOf(context.url)}. No response ` +
      'header can change this.',
  },
  'bad-port': {
    title: 'The URL’s port is blocked for all pages',
    reason: 'Port is blocked',
    sentence: (context) =>
      `${upper(page(context))} requested ${context.url}, whose port belongs to another protocol, such as ` +
      'SSH or mail, and is blocked for all pages.',
    remedy: (context) => `${server(context)}, listen on another port, such as 8080.`,
  },
  'call-threw': {
    title: 'The call threw before a request was made',
    reason: 'The call itself threw',
    sentence: (context) =>
      `The call for ${context.url} in ${page(context)} threw${errorText(context)}, so no request was made.`,
    remedy: () => 'In the page, check the exception at the call site: it names the invalid argument.',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;
