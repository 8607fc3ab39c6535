import type { HintApi, PageEnd, PolicyViolation } from '../../protocol/page-hints';
import type { Explained } from '../shapes';

/** What is said of a request's page side, in English. */
export const pageSide = {
  title: 'The page’s side',
  api: 'Asked by',
  apis: {
    fetch: 'fetch()',
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
  unknownPlace: 'not known: several calls were alike, or too many came at once',
  wholeStack: (lines: number) => `whole stack: ${lines} lines`,
  asked: 'Asked for',
  got: 'The page got',
  ends: {
    load: { label: 'what it asked for', meaning: 'A load event, or a request object that was done' },
    error: { label: 'an error', meaning: 'An error event: no reason is given to the page' },
    aborted: { label: 'nothing: it gave up', meaning: 'The page aborted it, or its own time limit was over' },
  } satisfies Readonly<Record<PageEnd, Explained>>,
  fetchNotSeen: 'How a fetch() was settled is not looked at: a handler on its promise would change the page.',
  notYet: 'It has said nothing of how this ended.',
  threw: (errorName: string) => `The call threw at once: ${errorName}`,
  ofThePage: {
    label: 'by the page’s own word',
    meaning: 'Seen in the page’s own world, where its scripts could make it up',
  } satisfies Explained,
  ofTheExtension: {
    label: 'seen beside the page',
    meaning: 'Seen by the extension’s own script, out of the page’s reach',
  } satisfies Explained,
  policy: 'Against a policy',
  violated: ({ type, directive, disposition }: PolicyViolation) => {
    const policy = type === 'csp-violation' ? 'Content-Security-Policy' : 'Cross-Origin-Embedder-Policy';
    return `${policy}, ${directive}${disposition === 'report' ? ': reported, not enforced' : ''}`;
  },
  several: (calls: number) =>
    `${calls} ${calls === 1 ? 'call fits' : 'calls fit'}, or the numbers of calls and requests differ: nothing ` +
    'tells which belong together, so what they asked for decided nothing here.',
  noRequest:
    'No request was seen for this call: all that is known is what the page asked for, and what it was told.',
  silent: {
    worker:
      'A worker made this request. Workers are not looked into, so what was asked for is not known, and the ' +
      'verdict rests on what the browser showed.',
    'after-load':
      'The page was loaded before recording began, so its calls are not heard until it is reloaded. The verdict ' +
      'rests on what the browser showed.',
    off:
      'The settings keep scripts out of the page’s own world, so its calls are not heard. The verdict rests on ' +
      'what the browser showed.',
    'no-call':
      'No call was heard for this request: a style sheet, an element outside the document, a worker or the ' +
      'browser itself asked for it. The verdict rests on what the browser showed.',
  } satisfies Readonly<Record<'worker' | 'after-load' | 'off' | 'no-call', string>>,
};
