import type { CauseCode } from '../../diagnosis/causes';
import type { CauseContext, CauseProse } from '../cause-prose';
import { effect, whose } from './causes-answers';
import { withoutCredentials } from './other-fixes';
import { quote } from './phrases';

const value = ({ values }: CauseContext) => quote(values.value);
const exactly = (context: CauseContext) =>
  `In the API’s CORS configuration, allow ${context.page} exactly: scheme, host and port, without a slash.`;

/** Causes that are the value of a CORS header. */
export const ofValues = {
  'header-twice': {
    title: 'Two parts of the server add the same CORS header',
    reason: 'CORS header is added twice',
    sentence: (context) =>
      `Two parts of ${context.host} add ${context.values.name}, which a response may contain only once, ${effect(context)}.`,
    remedy: (context) =>
      `Keep one of the two: either the application adds CORS headers, or the proxy does (nginx: proxy_hide_header ${context.values.name}).`,
  },
  'origin-list': {
    title: 'The server sends its whole list of allowed origins',
    reason: 'Whole list of origins is sent',
    sentence: (context) =>
      `${context.host} sends its whole list of origins in Access-Control-Allow-Origin, which may contain only one, ${effect(context)}.`,
    remedy: () =>
      'In the API, compare the request’s Origin with the list, send only the origin that matches, and add Vary: Origin.',
  },
  'misspelled-header': {
    title: 'A CORS header is misspelled',
    reason: 'CORS header is misspelled',
    sentence: (context) =>
      `${context.host} sends ${context.values.name} instead of ${context.values.meant}, ${context.values.meant === 'Access-Control-Expose-Headers' ? 'so the page cannot read the headers in it' : effect(context)}.`,
    remedy: (context) => `On the server, rename ${context.values.name} to ${context.values.meant}.`,
  },
  'credentials-case': {
    title: 'Access-Control-Allow-Credentials is not the word true',
    reason: 'Allow-Credentials is not “true”',
    sentence: (context) =>
      `${context.host} sends Access-Control-Allow-Credentials: ${context.values.value}, but only the word true in lower case is valid, ${effect(context)}.`,
    remedy: () => 'In the API, send the text true, not a boolean of the language that is converted to text.',
  },
  'origin-with-path': {
    title: 'The allowed origin has a slash or path at its end',
    reason: 'Allowed origin ends with a slash',
    sentence: (context) =>
      `${context.host} allows ${value(context)}, with a slash or path at its end, ${effect(context)}.`,
    remedy: exactly,
  },
  'origin-without-scheme': {
    title: 'The allowed origin lacks its scheme or port',
    reason: 'Allowed origin lacks scheme or port',
    sentence: (context) =>
      `${context.host} allows ${value(context)} without the scheme or port, ${effect(context)}.`,
    remedy: exactly,
  },
  'origin-wildcard-pattern': {
    title: 'The server sends a pattern of origins, which CORS does not have',
    reason: 'Pattern instead of an origin',
    sentence: (context) =>
      `${context.host} sends the pattern ${value(context)} in Access-Control-Allow-Origin, but browsers compare it literally, ${effect(context)}.`,
    remedy: () =>
      'In the API, match the request’s Origin against the pattern on the server, send the origin that matched, and add Vary: Origin.',
  },
  'loopback-spelling': {
    title: 'localhost, 127.0.0.1 and [::1] are different origins',
    reason: 'localhost and 127.0.0.1 differ',
    sentence: (context) =>
      `${context.host} allows ${context.values.value}, not ${context.values.origin}: the same machine, but another origin, ${effect(context)}.`,
    remedy: (context) =>
      `Open the page at ${context.values.value}, or allow ${context.values.origin} on the server as well.`,
  },
  'opaque-origin': {
    title: 'The document has an opaque origin',
    reason: 'Document has an opaque origin (null)',
    sentence: (context) =>
      `The document is sandboxed or comes from a file: or data: URL: its origin is null, which ${context.host} does not allow, ${effect(context)}.`,
    remedy: () =>
      'In the page, give the document an origin: add allow-same-origin to the frame’s sandbox, or serve the file over http:. Do not allow null on the server.',
  },
  'cached-for-other-origin': {
    title: 'A cache answered with the response for another origin',
    reason: 'Cached for another origin',
    sentence: (context) =>
      `A cache answered for ${context.host} with an Access-Control-Allow-Origin that was stored for another origin, ${effect(context)}.`,
    remedy: () => 'On the server, send Vary: Origin with every response of this URL, then clear the cache.',
  },
  'other-port': {
    title: 'The server allows this host with another port or scheme',
    reason: 'Allowed with another port or scheme',
    sentence: (context) =>
      `${context.host} allows ${context.values.value}, but the page is at ${context.values.origin}: the ${context.values.part} differs, ${effect(context)}.`,
    remedy: exactly,
  },
  'cached-without-origin': {
    title: 'The browser reused a response that was cached without CORS headers',
    reason: 'Cached without CORS headers',
    sentence: (context) =>
      `The browser reused a response for ${context.url} that it cached for a request without CORS, so without Access-Control-Allow-Origin, and ${whose(context)} cannot read it.`,
    remedy: () =>
      'On the server, send the CORS headers and Vary: Origin also when the request has no Origin. Or, in the page, add crossorigin to the element that loads it first.',
  },
  'cdn-cached-without-origin': {
    title: 'A shared cache stored a response without CORS headers',
    reason: 'CDN cached it without CORS headers',
    sentence: (context) =>
      `A cache in front of ${context.host} answered with a response that it had stored without Access-Control-Allow-Origin, ${effect(context)}.`,
    remedy: () =>
      'In the CDN, forward Origin to the server and make it part of the cache key, or add the CORS headers in the CDN. On the server, always send Vary: Origin. Then clear the cache.',
  },
  'unblocking-extension': {
    title: 'A browser extension adds Access-Control-Allow-Origin: * to every response',
    reason: 'Browser extension adds CORS headers',
    sentence: (context) =>
      context.values.isTwice
        ? `A browser extension adds Access-Control-Allow-Origin: * to every response, including responses of ${context.host} that already have the header, ${effect(context)}.`
        : `A browser extension adds Access-Control-Allow-Origin: * to every response, which does not work with credentials, ${effect(context)}.`,
    remedy: () => 'In this browser, turn off the extension that “unblocks” CORS.',
  },
  'wildcard-with-credentials': {
    title: 'The page includes credentials, and the server allows any origin',
    reason: '* does not work with credentials',
    sentence: (context) =>
      `The page includes credentials, but ${context.host} answers with Access-Control-Allow-Origin: *, which does not allow them, ${effect(context)}.`,
    remedy: (context) =>
      `In the API, send Access-Control-Allow-Origin: ${context.page}, Access-Control-Allow-Credentials: true and Vary: Origin. Or, if the API needs no credentials, in the page, ${withoutCredentials(context)}.`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;
