import type { HintApi, PageEnd, PolicyViolation } from '../../protocol/page-hints';
import { policyNames } from '../policy-names';
import type { Explained } from '../shapes';

/** The sentences about a request's page side, in English. */
export const pageSide = {
  title: 'Page side',
  api: 'Requested by',
  apis: {
    fetch: 'fetch()',
    fetchLater: 'fetchLater()',
    xhr: 'XMLHttpRequest',
    'event-source': 'EventSource',
    beacon: 'navigator.sendBeacon()',
    websocket: 'WebSocket',
    worker: 'new Worker()',
    'shared-worker': 'new SharedWorker()',
  } satisfies Readonly<Record<Exclude<HintApi, 'element'>, string>>,
  /** By its name in markup. */
  element: (name: string) => `<${name}>`,
  font: 'a font of a style sheet',
  calledAt: 'Called at',
  place: (line: number, column: number) => `line ${line}, column ${column}`,
  unknownPlace: 'unknown: several calls were alike, or too many came at once',
  wholeStack: (lines: number) => `Stack trace: ${lines} lines`,
  asked: 'Requested',
  got: 'Result in page',
  ends: {
    load: { label: 'the requested content', meaning: 'A load event, or a request object that completed' },
    error: { label: 'an error', meaning: 'An error event: the page gets no reason' },
    aborted: { label: 'nothing: it was aborted', meaning: 'The page aborted it, or its own timeout expired' },
  } satisfies Readonly<Record<PageEnd, Explained>>,
  fetchNotSeen: 'The result of fetch() is not observed: a handler on its promise would change the page.',
  notYet: 'The page has not reported a result.',
  threw: (errorName: string) => `The call threw at once: ${errorName}`,
  ofThePage: {
    label: 'reported by the page',
    meaning: 'Observed in the page’s own world, where its scripts can forge it',
  },
  ofTheExtension: {
    label: 'observed by the extension',
    meaning: 'Observed by the extension’s own script, which the page cannot influence',
  },
  policy: 'Policy violation',
  violated: ({ type, directive, disposition }: PolicyViolation) => {
    return `${policyNames[type]}, ${directive}${disposition === 'report' ? ': reported, not enforced' : ''}`;
  },
  several: (calls: number) =>
    `${calls} ${calls === 1 ? 'call fits' : 'calls fit'}, or the numbers of calls and requests differ: nothing ` +
    'shows which belong together. Only what they have in common was used, and each was judged.',
  noRequest: 'No request was seen for this call: only the page’s call and its result are known.',
  silent: {
    worker:
      'A worker made this request. Workers are not observed, so its call is unknown, and the verdict is based on what the browser showed.',
    'after-load':
      'The page was loaded before recording started, so its calls are not observed until it is reloaded. The verdict is based on what the browser showed.',
    off: 'The settings keep scripts out of the page’s own world, so its calls are not observed. The verdict is based on what the browser showed.',
    'no-call':
      'No call was observed for this request: it came from a style sheet, an element outside the document, a worker or the browser itself. The verdict is based on what the browser showed.',
  } satisfies Readonly<Record<'worker' | 'after-load' | 'off' | 'no-call', string>>,
};
