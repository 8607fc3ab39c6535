import type { FindingCode } from '../../engine';
import type { RequestKind } from '../../protocol/facts';
import type { FindingContext, FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { page, sentWith, server, statusOf, typeOf, upper } from './phrases';

const isByWorker = ({ evidence }: FindingContext) => evidence.answeredBy === 'service-worker';
const isErrorStatus = ({ evidence }: FindingContext) => Number(evidence.status) >= 400;

/** What reported the error. */
const reporter = ({ evidence }: FindingContext) => {
  if (evidence.requestedBy === 'event-source') return 'the EventSource that requested it';
  if (/worker$/.test(evidence.requestedBy ?? '')) return 'the worker that loads it';
  return 'the element that requested it';
};

/** What a response of each kind must contain. */
const contents: Readonly<Partial<Record<RequestKind, string>>> = {
  script: 'a script',
  style: 'a style sheet',
  image: 'an image',
  font: 'a font',
  media: 'audio, video or subtitles',
};

const expected = ({ evidence, kind }: FindingContext) =>
  evidence.requestedBy === 'event-source'
    ? 'status 200 and Content-Type: text/event-stream'
    : `status 200 and ${contents[kind] ?? 'the content that the page expects'}, not an error page`;

/** Findings about responses that arrived, and that their element, worker or EventSource cannot use. */
export const ofElements = {
  'coep-worker': {
    title: 'The worker’s script lacks a Cross-Origin-Embedder-Policy',
    reason: 'Worker lacks an embedder policy',
    sentence: (context) =>
      `${upper(page(context))} has a Cross-Origin-Embedder-Policy, but the script of its worker, ` +
      `${context.url}, has none, so the worker was not started${sentWith(context)}.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Embedder-Policy: require-corp with ${context.url}. A worker needs ` +
      'the header in the response of its own script, even on the same origin.',
  },
  'script-mime-type': {
    title: 'An image, audio, video or CSV type is never run as a script',
    reason: 'Content-Type is never a script',
    sentence: (context) =>
      `${hostOf(context.url)} sent ${context.url} with ${typeOf(context)}; browsers never run an image, audio, ` +
      'video or text/csv type as a script.',
    remedy: (context) =>
      `${server(context)}, send Content-Type: text/javascript with ${context.url}. The usual cause is another ` +
      'file, or an error page, instead of the script.',
  },
  'worker-mime-type': {
    title: 'A worker’s script requires a JavaScript Content-Type',
    reason: 'Worker script with a wrong type',
    sentence: (context) =>
      `${hostOf(context.url)} sent ${context.url} with ${typeOf(context)}, but a worker’s script requires a ` +
      'JavaScript type.',
    remedy: (context) =>
      `${server(context)}, send Content-Type: text/javascript with ${context.url}. The usual cause is an error ` +
      'page instead of the file.',
  },
  'response-unusable': {
    title: 'The response arrived, but the page could not use it',
    reason: 'Response could not be used',
    sentence: (context) => {
      if (context.evidence.reported !== 'error' && isErrorStatus(context)) {
        return (
          `${hostOf(context.url)} answered ${context.method} ${context.url} with status ` +
          `${context.evidence.status}; a script or style sheet with an error status is not used.`
        );
      }
      const answer = isByWorker(context) ? 'The service worker’s response' : 'The response';
      return (
        `${answer} to ${context.method} ${context.url} reached ${page(context)}, but ${reporter(context)} ` +
        `reported an error${statusOf(context)}.`
      );
    },
    remedy: (context) => {
      if (isByWorker(context)) {
        return (
          `In the page’s service worker, respond to ${context.url} with ${expected(context)}. ` +
          `${hostOf(context.url)} received a request only if the service worker sent one.`
        );
      }
      if (context.evidence.requestedBy === 'event-source' && context.evidence.status === '204') {
        return (
          'Status 204 stops an EventSource for good, which can be intended. Otherwise, ' +
          `${lowerServer(context)}, make sure that ${context.url} returns ${expected(context)}.`
        );
      }
      return `${server(context)}, make sure that ${context.url} returns ${expected(context)}.`;
    },
  },
  'import-failed': {
    title: 'An import of this module or style sheet could not be loaded',
    reason: 'An import failed',
    sentence: (context) =>
      `${context.url} was loaded, but one of its imports failed, so ${reporter(context)} reported an error.`,
    remedy: (context) =>
      `Find the failed request among the scripts and style sheets that ${context.url} imports, and fix that one. ` +
      'This response needs no change.',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

function lowerServer(context: FindingContext): string {
  return server(context).replace(/^On /, 'on ');
}
