import type { Place, Whereabouts } from '../protocol/content';
import { type FrameIdOf, whereabouts } from './whereabouts';

/** Gives a place, or null, for each; never rejects. */
type Ask = (whereabouts: readonly Whereabouts[]) => Promise<readonly (Place | null)[]>;

interface Found {
  place: Place | null;
  triesLeft: number;
}

const maxTries = 3;

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

/** A finder that asks the background. */
export function openFinder(ask: Ask, frameIdOf: FrameIdOf | undefined): Finder {
  const known = new WeakMap<object, Found>();
  const asking = new Set<Found>();
  let asked: Promise<unknown> = Promise.resolve();
  const notesOn = (source: object): Found => {
    const found = known.get(source) ?? { place: null, triesLeft: maxTries };
    known.set(source, found);
    return found;
  };
  return {
    look(messages) {
      const sought: Found[] = [];
      const places: Whereabouts[] = [];
      for (const { source, senderOrigin } of messages) {
        const found = source && notesOn(source);
        if (!found || found.place || asking.has(found) || found.triesLeft-- <= 0) continue;
        const where = whereabouts(source as WindowProxy, window, senderOrigin, frameIdOf);
        if (!where) continue;
        asking.add(found);
        sought.push(found);
        places.push(where);
      }
      if (places.length === 0) return;
      const answered = ask(places).then((answers) => {
        for (const [index, found] of sought.entries()) {
          found.place = answers[index] ?? null;
          asking.delete(found);
        }
      });
      asked = Promise.all([asked, answered]);
    },
    placeOf: (source) => (source && known.get(source)?.place) ?? null,
    settled: () => asked,
  };
}
