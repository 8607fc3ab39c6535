import { maxHintsASecond, type ToldHint } from '../protocol/content';
import { openRate } from './rate';

/** A hint of the page's own world, whose words are understood where they are told. */
export type SaidHint = Readonly<Record<string, unknown>>;

/** Hints to tell, and how many more there were. */
export interface Taken {
  readonly hints: readonly (ToldHint | SaidHint)[];
  readonly dropped: number;
}

/** The hints of a frame that wait to be told: at most so many a second, the others are counted. */
export interface ToldHints {
  tell(hint: ToldHint | SaidHint): void;
  /** Counts hints that nobody can tell of any more. */
  drop(count: number): void;
  /** What there is to tell; null if nothing. */
  take(): Taken | null;
  clear(): void;
}

/** No hints yet. */
export function openToldHints(): ToldHints {
  let hints: (ToldHint | SaidHint)[] = [];
  let dropped = 0;
  const isWithin = openRate(maxHintsASecond);
  const clear = () => {
    [hints, dropped] = [[], 0];
  };
  return {
    tell(hint) {
      if (isWithin() && hints.length < maxHintsASecond) hints.push(hint);
      else dropped++;
    },
    drop(count) {
      dropped += count;
    },
    take() {
      const taken = hints.length + dropped > 0 ? { hints, dropped } : null;
      clear();
      return taken;
    },
    clear,
  };
}
