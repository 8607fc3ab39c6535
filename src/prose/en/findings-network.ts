import type { FindingCode } from '../../engine';
import type { FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { errorText, lower, originOf, page, quote, server, upper } from './phrases';

export const ofTheNetwork = {
  'network-dns': {
    title: 'The host’s name could not be resolved',
    reason: 'Host name not found',
    sentence: (context) =>
      `No address was found for ${hostOf(context.url)}${errorText(context)}: the request of ` +
      `${page(context)} reached no server.`,
    remedy: (context) =>
      `Check the spelling of ${hostOf(context.url)}, the DNS entry, VPN and proxy. No response header ` +
      'changes this.',
  },
  'network-refused': {
    title: 'The server refused the connection',
    reason: 'Connection refused',
    sentence: (context) =>
      `${hostOf(context.url)} refused the connection${errorText(context)}: nothing listens there, so ` +
      'there was no response to judge.',
    remedy: (context) =>
      `Start the server of ${hostOf(context.url)}, and check the port and the firewall. No response ` +
      'header changes this.',
  },
  'network-reset': {
    title: 'The connection was cut off before a whole response came',
    reason: 'Connection cut off',
    sentence: (context) =>
      `The connection to ${hostOf(context.url)} was cut off before a whole response ` +
      `came${errorText(context)}.`,
    remedy: (context) =>
      `${server(context)}, look into the log for a crash, a size or time limit, or a proxy that closed ` +
      'the connection. No response header changes this.',
  },
  'network-tls': {
    title: 'No secure connection could be made',
    reason: 'TLS or certificate failed',
    sentence: (context) =>
      `No secure connection to ${hostOf(context.url)} could be made${errorText(context)}, so nothing ` +
      'was requested.',
    remedy: (context) =>
      `${server(context)}, use a certificate that is valid for this name and trusted. For a development ` +
      `server, open ${originOf(context.url)} in a tab and accept its certificate, or install the local ` +
      'authority.',
  },
  'network-timeout': {
    title: 'The server did not answer in time',
    reason: 'Timed out',
    sentence: (context) => `${hostOf(context.url)} did not answer in time${errorText(context)}.`,
    remedy: (context) =>
      `Check that ${hostOf(context.url)} can be reached from here (VPN, firewall, port) and how long it ` +
      `takes to answer ${context.method} ${context.url}.`,
  },
  'network-other': {
    title: 'The network failed before a response came',
    reason: 'Network failure',
    sentence: (context) =>
      `${context.method} ${context.url} ended in a network failure${errorText(context)}, not by an ` +
      'origin rule.',
    remedy: (context) =>
      `Open ${context.url} in a tab of its own and see what is reported there; then check the server’s log.`,
  },
  aborted: {
    title: 'The request was cancelled before it ended',
    reason: 'Cancelled',
    sentence: (context) =>
      `${context.method} ${context.url} was cancelled${errorText(context)}: by the page’s own code, by ` +
      'a timeout that it set, or because the page or the element went away.',
    remedy: () =>
      'In the page, look for AbortController, a timeout, a form that submits at the same moment, or a ' +
      'component that is removed while it loads. The server has nothing to change.',
  },
  'blocked-by-extension': {
    title: 'An extension or a policy on this machine blocked the request',
    reason: 'Blocked by an extension',
    sentence: (context) =>
      `${context.method} ${context.url} was blocked by an extension or by an administrator’s ` +
      `policy${errorText(context)}, not by the page and not by the server.`,
    remedy: (context) =>
      'Try again in a profile without extensions; in a content blocker, make an exception for ' +
      `${hostOf(context.url)}. A path with words like ads or track is often enough to be blocked.`,
  },
  'service-worker-opaque': {
    title: 'The page’s service worker answered with a response that script may not read',
    reason: 'Service worker gave an opaque response',
    sentence: (context) =>
      `The service worker of ${page(context)} answered ${context.method} ${context.url} with an opaque ` +
      'response, which a request that wants to read cannot take.',
    remedy: () =>
      'In the service worker, answer with fetch(event.request) itself, or store responses that were ' +
      "fetched with mode: 'cors'; a response fetched with mode: 'no-cors' stays opaque in the cache.",
  },
  'service-worker-failed': {
    title: 'The page’s service worker gave no usable answer',
    reason: 'Service worker gave no usable answer',
    sentence: (context) =>
      `The service worker of ${page(context)} took over ${context.method} ${context.url} and answered with an ` +
      'error: what it passed to respondWith() was rejected, or is no response.',
    remedy: () =>
      'Look into the service worker’s fetch handler: the request that it makes itself is a row of its own, ' +
      'with its own reason. Where it cannot answer, let it answer with a Response that says so.',
  },
  'login-prompt': {
    title: 'The server asks for a user name and a password',
    reason: 'Waiting for a login',
    sentence: (context) =>
      `${hostOf(context.url)} asks for a user name and a password for ${context.url}, and the request ` +
      'waits until someone answers.',
    remedy: (context) =>
      `Answer or dismiss the prompt. To have none, ${lower(server(context))}, answer 401 without ` +
      'WWW-Authenticate to requests made by script.',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

export const ofTheRecord = {
  'body-cut-short': {
    title: 'The response’s body did not come whole',
    reason: 'Body cut short',
    sentence: (context) =>
      `The headers of ${context.method} ${context.url} passed every check, and then the body broke off: ` +
      'the page closed it, or the connection was lost.',
    remedy: () =>
      'Nothing to do if the page closed the stream itself; otherwise check the server’s log and its ' +
      'proxies for time and size limits.',
  },
  'browser-disagrees': {
    title: 'By the rules this fails, and yet it went on',
    reason: 'Passed against the rules',
    sentence: (context) => {
      const { origin } = context.evidence;
      const header =
        origin === undefined
          ? ''
          : origin === null
            ? ' (no Access-Control-Allow-Origin)'
            : ` (Access-Control-Allow-Origin ${quote(origin)})`;
      return (
        `${upper(context.browser)} went on with ${context.method} ${context.url} for ${page(context)}, though by ` +
        `the headers seen here${header} it may not: another extension may have edited them, or a service ` +
        'worker answered.'
      );
    },
    remedy: () =>
      'Try again in a profile without other extensions, above all such as “unblock” cross-origin ' +
      'requests: they hide what every other visitor will meet. Then send this record to CORScope’s ' +
      'developers if it stays.',
  },
  unexplained: {
    title: 'The response was refused, and no rule explains it',
    reason: 'Refused for no visible reason',
    sentence: (context) =>
      `${upper(context.browser)} refused the response from ${context.url} for ${page(context)}, though the ` +
      'headers seen here pass every rule: another extension may have edited them before they were ' +
      'checked.',
    remedy: () =>
      'Try again in a profile without other extensions, and read the message in the console. Then send ' +
      'this record to CORScope’s developers if it stays.',
  },
  'ended-unseen': {
    title: 'The end of this request was not seen',
    reason: 'End not seen',
    sentence: (context) =>
      `CORScope’s background was stopped while ${context.method} ${context.url} was under way, and how ` +
      'it ended was not seen.',
    remedy: () => 'Repeat the request.',
  },
  'never-seen': {
    title: 'The page asked for this, and no request was seen',
    reason: 'Never seen as a request',
    sentence: (context) =>
      `${upper(page(context))} called for ${context.method} ${context.url}, and ${context.browser} showed no ` +
      'request: a service worker, a preload or a cache answered, it was cancelled at once, or a rule ' +
      'that leaves no trace stopped it.',
    remedy: () => 'Read the console: a request that was stopped leaves its reason there.',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;
