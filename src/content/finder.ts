import type { Place, Whereabouts } from '../protocol/content';
import { type FrameIdOf, whereabouts } from './whereabouts';

/** Never rejects. */
type Ask = (whereabouts: Whereabouts) => Promise<Place | null>;

interface Found {
  place: Place | null;
  triesLeft: number;
}

const maxTries = 3;

/** Finds the frames that windows are of. A window is asked for once; it keeps its frame for life. */
export interface Finder {
  /** Looks for a window, if it is not known yet. */
  look(source: MessageEventSource | null, origin: string): void;
  /** Where it is, as far as that is known. */
  placeOf(source: MessageEventSource | null): Place | null;
  /** Resolves when nothing is being looked for. */
  settled(): Promise<unknown>;
}

/** A finder that asks the background. */
export function openFinder(ask: Ask, frameIdOf: FrameIdOf | undefined): Finder {
  const known = new WeakMap<object, Found>();
  const asking = new Map<Found, Promise<void>>();
  return {
    look(source, origin) {
      if (!source) return;
      const found = known.get(source) ?? { place: null, triesLeft: maxTries };
      known.set(source, found);
      if (found.place || asking.has(found) || found.triesLeft === 0) return;
      found.triesLeft--;
      const where = whereabouts(source as WindowProxy, window, origin, frameIdOf);
      if (!where) return;
      const asked = ask(where).then((place) => {
        found.place = place;
        asking.delete(found);
      });
      asking.set(found, asked);
    },
    placeOf: (source) => (source && known.get(source)?.place) ?? null,
    settled: () => Promise.all(asking.values()),
  };
}
