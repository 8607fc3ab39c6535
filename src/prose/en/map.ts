import { frameNumber } from '../frame-number';
import type { MapProse } from '../map';

const number = (value: number) => value.toLocaleString('en');
const plural = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;

/** What is said of the map, in English. */
export const mapEn: MapProse = {
  label: 'Map of frames and origins',
  keys: 'Arrow keys move between boxes, Enter chooses one, Escape chooses none. The table has every line of the picture.',
  nothing: 'Nothing to draw yet',
  nothingHint: 'Reload the page: its frames, and the origins that they ask, are drawn as they are seen.',
  summary: (frames, origins, requests, messages) =>
    `${plural(frames, 'frame', 'frames')}, ${plural(origins, 'origin', 'origins')}, ` +
    `${plural(requests, 'request', 'requests')}, ${plural(messages, 'message or other event', 'messages and other events')}`,
  whole: 'Every box',
  wholeMeaning: 'Draws each frame and each origin by itself, also where many are alike',
  legend: 'What the lines are',
  messages: 'messages',
  relays: 'relays A → B → C',
  top: 'top',
  opaque: 'opaque origin',
  notKnown: 'origin not known',
  inner: (frameId) => `frame ${frameNumber(frameId)}`,
  kinds: {
    frames: (count) => plural(count, 'frame', 'frames'),
    gone: () => 'documents that are gone',
    window: (_, tabId) => `window in tab ${tabId}`,
    workers: () => 'workers',
    origin: () => 'origin',
    origins: (count) => `${plural(count, 'more origin', 'more origins')} that only answered`,
  },
  node: (name, inside, requests, messages) =>
    [
      inside === null ? name : `${name}, in ${inside}`,
      plural(requests, 'request', 'requests'),
      plural(messages, 'message or other event', 'messages and other events'),
    ].join('; '),
  table: {
    label: 'What passed between frames and origins',
    of: (name) => `Lines of ${name}`,
    all: 'All lines',
    from: 'From',
    to: 'To',
    what: 'What',
    count: 'Count',
    unseen: 'other end not visible',
    requests: (outcome) => `requests, ${outcome}`,
    counts: (forth, back) => (back === 0 ? number(forth) : `${number(forth)}, ${number(back)} back`),
    showRequests: 'Show these requests',
    showMessages: 'Show these events',
    more: (shown, total) =>
      `The ${number(shown)} with most of ${number(total)} lines; choose a box to see its own`,
  },
  line: (between, what) => `${between}: ${what}`,
  alone: (name) => `${name} (other end not visible)`,
  requests: (count, outcome) => `${plural(count, 'request', 'requests')}, ${outcome}`,
  channels: (forth, back, kinds) =>
    `${plural(forth, 'event', 'events')}${back > 0 ? `, ${number(back)} back` : ''} (${kinds})`,
};
