import type { FindingCode } from '../../engine';
import type { FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { errorText, page, server, upper } from './phrases';

/** Errors that are neither an origin rule nor a failure of the network. */
export const ofLimits = {
  'response-invalid': {
    title: 'The response was rejected as invalid HTTP',
    reason: 'Response is invalid HTTP',
    sentence: (context) =>
      `${hostOf(context.url)} responded to ${context.method} ${context.url}, but ${context.browser} rejected ` +
      `the response’s status or headers${errorText(context)}.`,
    remedy: (context) =>
      `${server(context)}, and in each proxy before it, check the response: it must be HTTP, have at most 256 kB of ` +
      'headers, and at most one value of Content-Length, Location and Content-Disposition each.',
  },
  'body-undecodable': {
    title: 'The body does not match its Content-Encoding',
    reason: 'Body does not match Content-Encoding',
    sentence: (context) =>
      `The headers of ${context.method} ${context.url} passed every check, but ${context.browser} could not ` +
      `decode the body${errorText(context)}: its Content-Encoding names a compression that the body does not have.`,
    remedy: (context) =>
      `${server(context)}, and in each proxy before it, send Content-Encoding only with a body that is ` +
      'compressed that way.',
  },
  'streaming-body': {
    title: 'A streaming request body requires HTTP/2 or later',
    reason: 'Streaming body requires HTTP/2',
    sentence: (context) =>
      `${upper(page(context))} sends ${context.method} ${context.url} with a streaming body, which ` +
      `${context.browser} sends only over HTTP/2 or later${errorText(context)}.`,
    remedy: (context) =>
      `Serve ${hostOf(context.url)} over HTTP/2 (https:), or send the body as a Blob or an ArrayBuffer in the page.`,
  },
  'not-cached': {
    title: 'Only the cache was allowed, and it has no response',
    reason: 'Not in the cache',
    sentence: (context) =>
      `${context.method} ${context.url} may use only the HTTP cache, which has no response for ` +
      `it${errorText(context)}; no request was sent to the server.`,
    remedy: () =>
      "In the page, replace the cache mode 'only-if-cached', for example by 'force-cache', which uses the network " +
      'if the cache has no response.',
  },
  'browser-limit': {
    title: 'Too many requests were open at once',
    reason: 'Too many open requests',
    sentence: (context) =>
      `${context.browser} had no resources left for ${context.method} ${context.url}${errorText(context)}: too ` +
      'many requests were open at once, or their bodies were too large.',
    remedy: () => 'In the page, start fewer requests at the same time.',
  },
  'unknown-error': {
    title: 'The request ended with an unknown error',
    reason: 'Unknown error',
    sentence: (context) =>
      `${context.browser} ended ${context.method} ${context.url} with an error that CORScope does not ` +
      `know${errorText(context)}, so the cause is unknown.`,
    remedy: () => 'Read the message in the console, and search for the error’s name.',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;
