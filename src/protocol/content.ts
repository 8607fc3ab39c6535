import type { SerializedOrigin } from '../engine';
import type { FragmentChanged, MessageReceived, MessageSent, ScriptLoaded, WindowName } from './page-events';
import type { HintApi, PageCall, PageEnd, PageHint } from './page-hints';

export {
  eventFields,
  maxDataPreview,
  maxFrames,
  maxListenerText,
  maxNamePreview,
  maxTexts,
} from './page-bounds';

/** A way down a frame tree: of each step, which child it is, and of how many. */
export type FramePath = readonly (readonly [index: number, of: number])[];

/** Which frame of a tab: by the browser's own id where a script is told that (Firefox), else by its way down. */
export type Spot = number | FramePath;

/** Where a window is, as seen from the frame that a message reached. */
export interface Whereabouts {
  /** This frame's tab, the tab that opened it, or one that was opened from `openedFrom`. */
  readonly tab: 'here' | 'opener' | 'opened';
  readonly openedFrom: Spot | null;
  readonly spot: Spot;
  /** The origin that it sent a message with. */
  readonly origin: SerializedOrigin;
}

/** A frame that the background has found. */
export interface Place {
  readonly tabId: number;
  readonly frameId: number;
}

/** What the frame's document before was seen to leave in `window.name`: enough to know it again. */
export interface NameState {
  readonly length: number;
  readonly hash: number;
}

type Sent<Event> = Omit<Event, 'id' | 'frame' | 'openedTabId'>;

/** A page event as its frame tells it: who the frame is, the browser says. */
export type ToldEvent =
  | (Omit<Sent<MessageReceived>, 'from' | 'fromTabId'> & { readonly from: Place | null })
  | Sent<MessageSent>
  | (Omit<Sent<WindowName>, 'before'> & { readonly state: NameState })
  | Sent<FragmentChanged>
  | Sent<ScriptLoaded>;

/** A page event as the background takes it: its other words are yet to be understood. */
export type ToldWords = Pick<ToldEvent, 'atMs' | 'count'> & { readonly kind: string };

type Frameless<Hint> = Hint extends { readonly type: 'call' }
  ? Pick<Hint & PageCall, 'type' | 'id' | 'atMs' | 'api' | 'url'> & Partial<Omit<Hint, 'frame'>>
  : Omit<Hint, 'frame'>;

/** A hint as its frame reports it. A call leaves out what its API does not let the page choose. */
export type ToldHint = Frameless<PageHint>;

/**
 * The name of the ports by which Firefox's documents tell the background what they have to. Firefox complains, in its
 * own console, of every promise of an API that settles after its document was left; a port has none.
 */
export const documentPort = 'document';

/** What is told by such a port; after `left` no answer is wanted any more. */
export interface Asked {
  readonly id: number;
  /** A `FromContent`, to be parsed. */
  readonly message: unknown;
}

/** The background's answer to it; undefined where it took nothing. */
export interface Answered {
  readonly id: number;
  readonly answer?: unknown;
}

/**
 * What a frame's script tells the background, and asks it. Which frame that is, and of which origin, is never said: the
 * browser knows.
 */
export type FromContent =
  /**
   * I run in a document: is its tab watched? Answered with a `ContentState`. `cameBack`: its script has
   * asked before, and somebody went back or forward to it.
   */
  | {
      readonly type: 'here';
      readonly hasOpener: boolean;
      readonly cameBack: boolean;
      /** What `window.name` holds as the document begins. */
      readonly name: NameState;
    }
  /** Which frames are these? Answered with a `Place` or null for each. */
  | { readonly type: 'where'; readonly whereabouts: readonly (Whereabouts | null)[] }
  | {
      readonly type: 'page-events';
      readonly events: readonly ToldWords[];
    }
  /** What the document asked for, and what it got: `ToldHint`s, to be parsed with who the frame is. */
  | {
      readonly type: 'page-hints';
      readonly hints: readonly unknown[];
      /** Whether the page's own world tells of its calls. */
      readonly withCalls: boolean;
      /** How many came beyond the bound, and are not told. */
      readonly dropped: number;
    }
  /** What the document leaves in `window.name`, if that has changed since it was told. */
  | { readonly type: 'name'; readonly state: NameState };

/** What the background tells the scripts in frames. */
export type ToContent =
  | ContentState
  /** Tell what there is, and answer when that has been taken. */
  | { readonly type: 'flush' }
  /** Chromium: which is the way to you? Answered with a `FramePath` or null. */
  | { readonly type: 'where-are-you' };

/** What the scripts in a frame are to do. */
export interface ContentState {
  readonly type: 'content-state';
  /** Grows with each: an answer can be overtaken by what was said after it. */
  readonly version: number;
  readonly isOn: boolean;
  /** Whether messages' data is wanted. */
  readonly data: boolean;
  /** Whether the page's own world may be looked at. */
  readonly pageWorld: boolean;
  /** In the answer to `here`: whether the document's policies are known to allow WebAssembly. */
  readonly canCompile?: boolean;
  /** The same: which frame it is. */
  readonly place?: Place;
}

/** Flat, and bounded; nothing else is known of them. */
export type Words = Readonly<Record<string, string | number | boolean | null>>;

/** What the script in the page's own world hands over. It is the page's word. */
export type HandedOver =
  | { readonly kind: 'sent'; readonly atMs: number; readonly count: number; readonly stack: string | null }
  | { readonly kind: 'name'; readonly atMs: number; readonly count: number; readonly stack: string | null }
  | { readonly kind: 'navigate'; readonly stack: string | null }
  | {
      readonly kind: 'listener';
      readonly id: number;
      readonly name: string;
      readonly stack: string | null;
      readonly text: string | null;
    }
  /** That listener ran for the receipt of that number, and what was read meanwhile: bits of `eventFields`. */
  | {
      readonly kind: 'ran';
      readonly receipt: number;
      readonly listener: number;
      readonly reads: number | null;
    }
  /** What was read of the message of that receipt while no listener was known to run. */
  | { readonly kind: 'late'; readonly receipt: number; readonly reads: number }
  /** A call, its end or its exception, in words that are yet to be understood. */
  | { readonly kind: 'hint'; readonly atMs: number; readonly words: Words; readonly stack: string | null }
  /** A script whose URL names functions has loaded, or failed to. Names are one a line. */
  | {
      readonly kind: 'script';
      readonly atMs: number;
      readonly url: string;
      readonly isInjected: boolean;
      readonly isRemoved: boolean;
      readonly functions: string;
      /** One a line: the name, what it was given, and how large that is. */
      readonly calls: string;
    }
  /** A page event of one of the kinds that only the page's world sees, in words that are yet to be understood. */
  | {
      readonly kind: 'event';
      readonly type: string;
      readonly atMs: number;
      readonly count: number;
      readonly words: Words;
      readonly stack: string | null;
    }
  /** So many hints came beyond the bound. */
  | { readonly kind: 'dropped'; readonly count: number };

/** Messages from one window of one origin that the page's own world counted, and when the first one came. */
export interface Counted {
  readonly source: MessageEventSource | null;
  readonly senderOrigin: string;
  readonly isTrusted: boolean;
  readonly atMs: number;
  readonly count: number;
}

/** A hint on its way out of the page's own world: flat, and of words that are not checked yet. */
export type FlatHint =
  | {
      readonly kind: 'hint';
      readonly type: 'call';
      readonly id: string;
      readonly atMs: number;
      readonly api: HintApi;
      readonly url: string;
      readonly method?: string | null;
      readonly mode?: string | null;
      readonly credentialsMode?: string | null;
      readonly redirectMode?: string | null;
      readonly integrity?: string | null;
      readonly keepalive?: boolean | null;
      readonly hasSignal?: boolean | null;
      readonly isStreamingBody?: boolean | null;
      /** One a line. */
      readonly headerNames?: string | null;
      readonly stack: string | null;
    }
  | {
      readonly kind: 'hint';
      readonly type: 'ended';
      readonly call: string;
      readonly atMs: number;
      readonly how: PageEnd;
    }
  | {
      readonly kind: 'hint';
      readonly type: 'threw';
      readonly call: string;
      readonly atMs: number;
      readonly errorName: string;
    };

/** How many page events a frame's script tells at most in a second; the others it counts. */
export const maxEventsASecond = 1_000;
/** From how many windows and origins a frame's script counts messages at a time; the others have no source. */
export const maxSenders = 1_000;
/** How many hints a frame's script tells at most in a second; the others it counts. */
export const maxHintsASecond = 1_000;
