import type { Place, Whereabouts } from '../protocol/content';
import { type FrameIdOf, whereabouts } from './whereabouts';

/** Gives a place, or null, for each; never rejects. */
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

/** Finds the frames that windows are of. A window keeps its frame for life. */
export interface Finder {
  /** Looks for those windows that are not known yet, all in one question. */
  look(
    messages: readonly { readonly source: MessageEventSource | null; readonly senderOrigin: string }[],
  ): void;
  /** Where it is, as far as that is known. */
  placeOf(source: MessageEventSource | null): Place | null;
  /** Resolves when nothing is being looked for. */
  settled(): Promise<unknown>;
}

/** What a finder asks. */
export interface FinderContext {
  /** The background. */
  readonly ask: Ask;
  /** The browser: Firefox alone answers. */
  readonly frameIdOf: FrameIdOf | undefined;
  /** The document that a window shows: null if it does not know it yet, undefined where it cannot be asked. */
  placeOf(source: object): Place | null | undefined;
}

/** A finder that asks the window's own document where it can, and else the background. */
export function openFinder({ ask, frameIdOf, placeOf }: FinderContext): Finder {
  const known = new WeakMap<object, Found>();
  const asking = new Set<Found>();
  let asked: Promise<unknown> = Promise.resolve();
  const notesOn = (source: object): Found => {
    const found = known.get(source) ?? { place: null, triesLeft: maxTries };
    known.set(source, found);
    return found;
  };
  /** Asks for those that are not found again: while a page builds its frames, none can be counted. */
  async function seek(sought: readonly Sought[]): Promise<void> {
    let left = sought;
    while (left.length > 0) {
      const asked: (Sought & { readonly where: Whereabouts })[] = [];
      left = left.filter((each) => {
        const { found, source, senderOrigin } = each;
        found.triesLeft--;
        const own = senderOrigin === window.origin ? placeOf(source) : undefined;
        if (own) found.place = own;
        if (own || (own === null && found.triesLeft > 0)) return !own;
        const where = whereabouts(source as WindowProxy, window, senderOrigin, frameIdOf);
        if (where) asked.push({ ...each, where });
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
