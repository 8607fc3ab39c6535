import type { Place, Whereabouts } from '../protocol/content';
import { type FrameIdOf, whereabouts } from './whereabouts';

/** Never rejects. */
type Ask = (whereabouts: Whereabouts) => Promise<Place | null>;

interface Found {
  place: Place | null;
  triesLeft: number;
  asking: Promise<void> | null;
}

const maxTries = 3;

/** Finds the frames that windows are of. A window is asked for once; it keeps its frame for life. */
export interface Finder {
  /** Looks for a window, if it is not known yet. */
  look(source: MessageEventSource | null, origin: string): void;
  /** Where it is, as far as that is known. */
  placeOf(source: MessageEventSource | null): Place | null;
  /** Resolves when nothing is being looked for. */
  settled(): Promise<void>;
}

/** A finder that asks the background. */
export function openFinder(ask: Ask, frameIdOf: FrameIdOf | undefined): Finder {
  const known = new WeakMap<object, Found>();
  const asking = new Set<Promise<void>>();
  return {
    look(source, origin) {
      if (!source) return;
      const found = known.get(source) ?? { place: null, triesLeft: maxTries, asking: null };
      known.set(source, found);
      if (found.place || found.asking || found.triesLeft === 0) return;
      found.triesLeft--;
      const where = whereabouts(source as WindowProxy, window, origin, frameIdOf);
      if (!where) return;
      const asked = ask(where).then((place) => {
        found.place = place;
        found.asking = null;
        asking.delete(asked);
      });
      found.asking = asked;
      asking.add(asked);
    },
    placeOf: (source) => (source && known.get(source)?.place) ?? null,
    settled: async () => {
      await Promise.all(asking);
    },
  };
}
