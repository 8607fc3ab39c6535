import type { Place, Whereabouts } from '../protocol/content';
import { type FrameIdOf, whereabouts } from './whereabouts';

/** Resolves with a place or null for each window; never rejects. */
type Ask = (whereabouts: readonly Whereabouts[]) => Promise<readonly (Place | null)[]>;

interface Found {
  place: Place | null;
  triesLeft: number;
}

interface Sought {
  readonly found: Found;
  readonly source: MessageEventSource;
  readonly senderOrigin: string;
}

const maxTries = 3;
const betweenMs = 200;

/** Finds the tab and frame of a window. A window keeps its frame for life. */
export interface Finder {
  /** Starts to look for the windows that are not known yet, all in one question. */
  look(
    messages: readonly { readonly source: MessageEventSource | null; readonly senderOrigin: string }[],
  ): void;
  /** The tab and frame of a window; null if not known. */
  placeOf(source: MessageEventSource | null): Place | null;
  /** Resolves when no search is in progress. */
  settled(): Promise<unknown>;
}

/** What a finder needs. */
export interface FinderContext {
  /** Asks the background. */
  readonly ask: Ask;
  /** Asks the browser; only Firefox has it. */
  readonly frameIdOf: FrameIdOf | undefined;
  /** Asks the window's own document: null if it does not know yet, undefined if it cannot be asked. */
  placeOf(source: object): Place | null | undefined;
}

/** Opens a finder that asks the window's own document if it can, and otherwise the background. */
export function openFinder({ ask, frameIdOf, placeOf }: FinderContext): Finder {
  const known = new WeakMap<object, Found>();
  const asking = new Set<Found>();
  let asked: Promise<unknown> = Promise.resolve();
  const notesOn = (source: object): Found => {
    const found = known.get(source) ?? { place: null, triesLeft: maxTries };
    known.set(source, found);
    return found;
  };
  /**
   * Asks again for windows that were not found, because children cannot be counted while a page builds its
   * frames.
   */
  async function seek(sought: readonly Sought[]): Promise<void> {
    let left = sought;
    while (left.length > 0) {
      const asked: (Sought & { readonly where: Whereabouts })[] = [];
      left = left.filter((target) => {
        const { found, source, senderOrigin } = target;
        found.triesLeft--;
        const answer = senderOrigin === window.origin ? placeOf(source) : undefined;
        if (answer) found.place = answer;
        if (answer || (answer === null && found.triesLeft > 0)) return !answer;
        const where = whereabouts(source as WindowProxy, window, senderOrigin, frameIdOf);
        if (where) asked.push({ ...target, where });
        return where !== null;
      });
      const answers = asked.length === 0 ? [] : await ask(asked.map(({ where }) => where));
      for (const [index, { found }] of asked.entries()) found.place = answers[index] ?? null;
      left = left.filter(({ found: { place, triesLeft } }) => place === null && triesLeft > 0);
      if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, betweenMs));
    }
    for (const { found } of sought) asking.delete(found);
  }

  return {
    look(messages) {
      const sought: Sought[] = [];
      for (const { source, senderOrigin } of messages) {
        const found = source && notesOn(source);
        if (!found || found.place || asking.has(found) || found.triesLeft <= 0) continue;
        asking.add(found);
        sought.push({ found, source, senderOrigin });
      }
      if (sought.length > 0) asked = Promise.all([asked, seek(sought)]);
    },
    placeOf: (source) => (source && known.get(source)?.place) ?? null,
    settled: () => asked,
  };
}
