import type { NodeKind } from '../../map/model';
import { frameNumber } from '../frame-number';

const number = (value: number) => value.toLocaleString('en');
const plural = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;

/** What a box stands for that is no frame of the page. */
const kinds: Readonly<Record<Exclude<NodeKind, 'frame'>, (count: number) => string>> = {
  frames: (count) => plural(count, 'frame', 'frames'),
  gone: () => 'unloaded documents',
  window: () => 'window in another tab',
  workers: () => 'workers',
  origin: () => 'origin',
  origins: (count) => `${plural(count, 'more origin', 'more origins')} that only responded`,
};

/** The sentences about the map, in English. */
export const map = {
  label: 'Map of frames and origins',
  /** How to move in it. */
  keys: 'Arrow keys move between boxes, Enter selects one, Escape clears the selection. The table contains every line of the picture.',
  nothing: 'Nothing to draw yet',
  nothingHint: 'Reload the page: its frames and the origins that they request appear as they are recorded.',
  /** What it shows, in a line; counts of messages are those of all that frames said. */
  summary: (frames: number, origins: number, requests: number, messages: number) =>
    `${plural(frames, 'frame', 'frames')}, ${plural(origins, 'origin', 'origins')}, ` +
    `${plural(requests, 'request', 'requests')}, ${plural(messages, 'message or other event', 'messages and other events')}`,
  whole: 'Show every box',
  wholeMeaning: 'Shows each frame and each origin separately, even if many are alike',
  legend: 'Line types',
  messages: 'messages',
  relays: 'relays A → B → C',
  top: 'top',
  opaque: 'opaque origin',
  notKnown: 'unknown origin',
  inner: (frameId: number) => `frame ${frameNumber(frameId)}`,
  kinds,
  /** The label of a box for screen readers. */
  node: (name: string, inside: string | null, requests: number, messages: number) =>
    [
      inside === null ? name : `${name}, in ${inside}`,
      plural(requests, 'request', 'requests'),
      plural(messages, 'message or other event', 'messages and other events'),
    ].join('; '),
  table: {
    label: 'Traffic between frames and origins',
    of: (name: string) => `Lines of ${name}`,
    all: 'All lines',
    from: 'From',
    to: 'To',
    what: 'What',
    count: 'Count',
    unseen: 'other end not visible',
    requests: (outcome: string) => `requests, ${outcome}`,
    /** How many of it went the other way. */
    counts: (forth: number, back: number) =>
      back === 0 ? number(forth) : `${number(forth)}, ${number(back)} back`,
    showRequests: 'Show these requests',
    showMessages: 'Show these events',
    more: (shown: number, total: number) =>
      `The ${number(shown)} busiest of ${number(total)} lines; select a box to see its own lines`,
  },
  /** A line in a sentence: between whom, and what. */
  line: (between: string, what: string) => `${between}: ${what}`,
  /** One end, where the other is not visible. */
  alone: (name: string) => `${name} (other end not visible)`,
  requests: (count: number, outcome: string) => `${plural(count, 'request', 'requests')}, ${outcome}`,
  channels: (forth: number, back: number, kinds: string) =>
    `${plural(forth, 'event', 'events')}${back > 0 ? `, ${number(back)} back` : ''} (${kinds})`,
};
