import type { FindingCode } from '../../engine';
import type { FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { errorText, lower, originOf, page, quote, server, upper } from './phrases';

export const ofTheNetwork = {
  'network-dns': {
    title: 'The host name could not be resolved',
    reason: 'Host name not found',
    sentence: (context) =>
      `${hostOf(context.url)} could not be resolved to an address${errorText(context)}, so the request of ` +
      `${page(context)} reached no server.`,
    remedy: (context) =>
      `Check the spelling of ${hostOf(context.url)}, the DNS record, VPN and proxy. No response header ` +
      'can change this.',
  },
  'network-refused': {
    title: 'The server refused the connection',
    reason: 'Connection refused',
    sentence: (context) =>
      `${hostOf(context.url)} refused the connection${errorText(context)}: no server listens on that port, ` +
      'so there was no response to check.',
    remedy: (context) =>
      `Start the server on ${hostOf(context.url)}, and check the port and the firewall. No response ` +
      'header can change this.',
  },
  'network-reset': {
    title: 'The connection closed before the response was complete',
    reason: 'Connection closed early',
    sentence: (context) =>
      `The connection to ${hostOf(context.url)} closed before the response was complete${errorText(context)}.`,
    remedy: (context) =>
      `${server(context)}, check the log for a crash, a size or time limit, or a proxy that closed ` +
      'the connection. No response header can change this.',
  },
  'network-tls': {
    title: 'No secure connection could be established',
    reason: 'TLS or certificate failed',
    sentence: (context) =>
      `No secure connection to ${hostOf(context.url)} could be established${errorText(context)}, so the ` +
      'request was not sent.',
    remedy: (context) =>
      `${server(context)}, use a trusted certificate that is valid for this name. For a development ` +
      `server, open ${originOf(context.url).replace(/^ws/, 'http')} in a tab and accept its certificate, or install the local ` +
      'certificate authority.',
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
    title: 'The network failed before a response arrived',
    reason: 'Network failure',
    sentence: (context) =>
      `${context.method} ${context.url} failed because of a network error${errorText(context)}, not because ` +
      'of an origin rule.',
    remedy: (context) =>
      /^wss?:/.test(context.url)
        ? `Check that a server listens on ${hostOf(context.url)} and that each proxy in front of it forwards ` +
          'WebSocket handshakes, then check the server’s log.'
        : `Open ${context.url} in a new tab to see the error, then check the server’s log.`,
  },
  'socket-handshake': {
    title: 'The WebSocket handshake was not accepted',
    reason: 'WebSocket handshake rejected',
    sentence: (context) => {
      const { status, offered, protocol } = context.evidence;
      if (status && status !== '101') {
        return (
          `${hostOf(context.url)} answered the WebSocket handshake from ${page(context)} with status ${status} ` +
          'instead of 101.'
        );
      }
      if (protocol && protocol !== offered) {
        return (
          `${hostOf(context.url)} answered the WebSocket handshake with 101 and the subprotocol ` +
          `${quote(protocol)}, but ${page(context)} offered ${offered ? quote(offered) : 'none'}, so ` +
          `${context.browser} rejected it.`
        );
      }
      return status
        ? `${hostOf(context.url)} answered the WebSocket handshake with 101, but ${context.browser} rejected that ` +
            'response: a Sec-WebSocket-… header does not fit the request.'
        : `${hostOf(context.url)} did not accept the WebSocket handshake from ${page(context)}, or answered it ` +
            `with a 101 that ${context.browser} rejected${errorText(context)}.`;
    },
    remedy: (context) => {
      const { status } = context.evidence;
      if (status === '101') {
        return (
          `${server(context)}, compute Sec-WebSocket-Accept from Sec-WebSocket-Key, and return only a subprotocol ` +
          'that the page offered in Sec-WebSocket-Protocol.'
        );
      }
      if (status?.startsWith('3')) {
        return 'In the page, use the final ws: or wss: URL: a WebSocket never follows a redirect.';
      }
      return (
        `${server(context)}, check the log for this handshake. Common causes: a wrong path, a proxy that does not ` +
        'forward Upgrade, missing authentication, or an Origin that the server does not accept.'
      );
    },
  },
  aborted: {
    title: 'The request was cancelled before it completed',
    reason: 'Cancelled',
    sentence: (context) =>
      `${context.method} ${context.url} was cancelled${errorText(context)}: by the page’s own code, by ` +
      'a timeout that it set, or because the page or the element was removed.',
    remedy: () =>
      'In the page, look for AbortController, a timeout, a form that is submitted at the same moment, or a ' +
      'component that is removed while it loads. Nothing needs to change on the server.',
  },
  'blocked-by-extension': {
    title: 'An extension or a policy on this machine blocked the request',
    reason: 'Blocked by an extension',
    sentence: (context) =>
      `${context.method} ${context.url} was blocked by an extension or by an administrator’s ` +
      `policy${errorText(context)}, not by the page or the server.`,
    remedy: (context) =>
      'Try again in a profile without extensions; in a content blocker, add an exception for ' +
      `${hostOf(context.url)}. Content blockers often match words such as ads or track in a path.`,
  },
  'service-worker-opaque': {
    title: 'The page’s service worker returned an opaque response',
    reason: 'Opaque response from service worker',
    sentence: (context) =>
      `The service worker of ${page(context)} returned an opaque response for ${context.method} ` +
      `${context.url}, which only a request with mode: 'no-cors' can use.`,
    remedy: () =>
      'In the service worker, respond with fetch(event.request), or cache responses that were ' +
      "fetched with mode: 'cors'; a response fetched with mode: 'no-cors' stays opaque in the cache.",
  },
  'service-worker-failed': {
    title: 'The page’s service worker returned no usable response',
    reason: 'No usable service worker response',
    sentence: (context) =>
      `The service worker of ${page(context)} handled ${context.method} ${context.url} and returned an ` +
      'error: the promise passed to respondWith() was rejected, or its value is not a Response.',
    remedy: () =>
      'Check the service worker’s fetch handler: the request that it makes itself has its own row and ' +
      'reason. If it cannot respond, return a Response that describes the error.',
  },
  'login-prompt': {
    title: 'The server asks for a user name and a password',
    reason: 'Waiting for a login',
    sentence: (context) =>
      `${hostOf(context.url)} asks for a user name and a password for ${context.url}, and the request ` +
      'waits until the prompt is answered.',
    remedy: (context) =>
      `Answer or dismiss the prompt. To avoid it, ${lower(server(context))}, return 401 without ` +
      'WWW-Authenticate for requests made by script.',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

export const ofTheRecord = {
  'body-cut-short': {
    title: 'The response body is incomplete',
    reason: 'Incomplete body',
    sentence: (context) =>
      `The headers of ${context.method} ${context.url} passed every check, but the body ended early: ` +
      'the page closed the stream, or the connection was lost.',
    remedy: () =>
      'If the page closed the stream itself, nothing needs to change; otherwise check the server’s log and ' +
      'its proxies for time and size limits.',
  },
  'browser-disagrees': {
    title: 'Allowed, although the rules forbid it',
    reason: 'Allowed although the rules forbid it',
    sentence: (context) => {
      const { origin } = context.evidence;
      const header =
        origin === undefined
          ? ''
          : origin === null
            ? ' (no Access-Control-Allow-Origin)'
            : ` (Access-Control-Allow-Origin ${quote(origin)})`;
      return (
        `${upper(context.browser)} allowed ${context.method} ${context.url} for ${page(context)}, although the ` +
        `headers seen here${header} forbid it: another extension may have changed them, or a service worker ` +
        'responded.'
      );
    },
    remedy: () =>
      'Try again in a profile without other extensions, especially those that “unblock” cross-origin ' +
      'requests: they hide problems that other visitors will have. If the result stays the same, send this ' +
      'record to CORScope’s developers.',
  },
  unexplained: {
    title: 'The response was blocked, and no rule explains why',
    reason: 'Blocked for no visible reason',
    sentence: (context) =>
      `${upper(context.browser)} blocked the response from ${context.url} for ${page(context)}, although the ` +
      'headers seen here pass every rule: another extension may have changed them before they were ' +
      'checked.',
    remedy: () =>
      'Try again in a profile without other extensions, and read the message in the console. If the result ' +
      'stays the same, send this record to CORScope’s developers.',
  },
  'ended-unseen': {
    title: 'The end of this request was not seen',
    reason: 'End not seen',
    sentence: (context) =>
      `CORScope’s background was stopped while ${context.method} ${context.url} was in progress, so its end ` +
      'was not seen.',
    remedy: () => 'Repeat the request.',
  },
  'never-seen': {
    title: 'The page made this call, but no request was seen',
    reason: 'No request was seen',
    sentence: (context) =>
      /^(chrome|moz)-extension:/.test(context.url)
        ? `${upper(page(context))} requested ${context.url}, a file of an extension. CORScope does not record such ` +
          'requests, so it is not known whether the page could read it.'
        : `${upper(page(context))} made a call for ${context.method} ${context.url}, but ${context.browser} showed no ` +
          'request: a service worker, a preload or a cache responded, it was cancelled at once, or a rule ' +
          'that leaves no trace blocked it.',
    remedy: () => 'Check the console: it shows why a request was blocked.',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;
