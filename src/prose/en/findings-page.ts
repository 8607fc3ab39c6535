import type { FindingCode } from '../../engine';
import type { FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { errorText, from, originOf, page, server, upper } from './phrases';

export const ofRedirects = {
  'redirect-with-credentials': {
    title: 'A redirect leads to a URL with a user name or password in it',
    reason: 'Redirect to a URL with credentials',
    sentence: (context) =>
      `${hostOf(context.url)} redirected the request ${from(context)} to a URL with a user name or ` +
      `password in it${context.evidence.locationUrl ? ` (${context.evidence.locationUrl})` : ''}, which ` +
      'a cross-origin request may not follow.',
    remedy: (context) =>
      `${server(context)}, send a Location without user name and password, and authenticate with the ` +
      'Authorization header or a cookie.',
  },
  'redirect-scheme': {
    title: 'A redirect leads to a URL that is neither http: nor https:',
    reason: 'Redirect leaves http: and https:',
    sentence: (context) =>
      `${hostOf(context.url)} redirected ${context.method} ${context.url} to ` +
      `${context.evidence.locationUrl ?? 'a URL that is neither http: nor https:'}, and a request can ` +
      'go on to http: and https: URLs only.',
    remedy: (context) =>
      `${server(context)}, redirect to an http: or https: URL; to open an app by its own scheme, use a ` +
      'link, not a request.',
  },
  'redirect-location-invalid': {
    title: 'A redirect has a Location that is no URL',
    reason: 'Location is no URL',
    sentence: (context) =>
      `${hostOf(context.url)} answered ${context.method} ${context.url} with a redirect whose Location ` +
      `is no URL${errorText(context)}.`,
    remedy: (context) => `${server(context)}, send one Location header with a valid URL, percent-encoded.`,
  },
  'redirect-mode-error': {
    title: 'The page refuses redirects for this request',
    reason: 'Redirect refused by the page',
    sentence: (context) =>
      `${hostOf(context.url)} answered ${context.method} ${context.url} with a redirect, and the page ` +
      "asked for it with redirect: 'error'.",
    remedy: () =>
      "In the page, drop redirect: 'error' to follow the redirect, or request the URL that it leads to.",
  },
  'too-many-redirects': {
    title: 'More than 20 redirects in a row',
    reason: 'Too many redirects',
    sentence: (context) => `${context.method} ${context.url} was redirected more than 20 times in a row.`,
    remedy: (context) =>
      `${server(context)}, break the redirect loop: often it is http: to https: behind a proxy that ` +
      'ends TLS, or a login page that redirects to itself because its cookie is not stored.',
  },
  'redirect-blocked-after': {
    title: 'The page’s own policy forbids where the redirect leads',
    reason: 'Redirect target forbidden by policy',
    sentence: (context) =>
      `${hostOf(context.url)} redirected ${context.method} ${context.url} to a URL that a policy of ` +
      `${page(context)} does not allow: its Content Security Policy, or mixed content (https: to http:).`,
    remedy: () =>
      'In the page, allow the redirect’s target in Content-Security-Policy (connect-src for fetch and ' +
      'XHR); on the server, redirect to https: URLs only.',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

export const ofThePage = {
  'scheme-not-http': {
    title: 'Only http: and https: URLs can be requested across origins',
    reason: 'Not an http: or https: URL',
    sentence: (context) =>
      `${upper(page(context))} requested ${context.evidence.url ?? context.url}, and across origins ` +
      'only http: and https: URLs can be requested.',
    remedy: () =>
      'In the page, request an http: or https: URL. If the page was opened as a file, serve its folder ' +
      'by a development server and open it from there.',
  },
  'mode-same-origin': {
    title: 'The page allows only its own origin for this request',
    reason: "mode: 'same-origin', other origin",
    sentence: (context) =>
      `${upper(page(context))} requested ${context.url} with mode: 'same-origin', which allows no other ` +
      'origin.',
    remedy: () =>
      "In the page, drop mode: 'same-origin', or request a URL of the page’s own origin, such as a path " +
      'that its server forwards.',
  },
  'no-cors-redirect-mode': {
    title: "mode: 'no-cors' allows no other redirect mode than 'follow'",
    reason: 'no-cors must follow redirects',
    sentence: (context) =>
      `${upper(page(context))} requested ${context.url} with mode: 'no-cors' and a redirect mode other ` +
      "than 'follow', which do not go together.",
    remedy: () =>
      "In the page, drop the redirect option, or drop mode: 'no-cors', which makes every response " +
      'unreadable anyway.',
  },
  csp: {
    title: 'The page’s own Content Security Policy forbids this URL',
    reason: 'Content Security Policy of the page',
    sentence: (context) =>
      `The Content Security Policy of ${page(context)} does not list ${hostOf(context.url)} for this ` +
      `kind of request, so ${context.method} ${context.url} was not made.`,
    remedy: (context) =>
      `On the page’s server, add ${originOf(context.url)} to the directive for this kind of request in ` +
      'Content-Security-Policy (connect-src for fetch, XHR and WebSocket). No header of the other ' +
      'server changes this.',
  },
  'mixed-content': {
    title: 'An https: page may not request an http: URL',
    reason: 'http: request from an https: page',
    sentence: (context) =>
      `${upper(page(context))} is served over https: and requested ${context.url} over http:, which is ` +
      'mixed content.',
    remedy: (context) =>
      `In the page, request the https: URL, and serve https: on ${hostOf(context.url)}. No response ` +
      'header changes this.',
  },
  'bad-port': {
    title: 'The URL’s port is one that pages may not request',
    reason: 'Port is blocked',
    sentence: (context) =>
      `${upper(page(context))} requested ${context.url}, whose port belongs to another protocol, such as ` +
      'SSH or mail, and is closed to every page.',
    remedy: (context) => `${server(context)}, listen on another port, such as 8080.`,
  },
  'call-threw': {
    title: 'The call failed by itself, before anything was requested',
    reason: 'The call itself threw',
    sentence: (context) =>
      `The call of ${page(context)} for ${context.url} threw${errorText(context)}, so nothing was ` +
      'requested.',
    remedy: () => 'In the page, look at the exception at the place of the call: it names the argument.',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;
