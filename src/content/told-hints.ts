import { maxHintsASecond, type ToldHint } from '../protocol/content';

/** The hints of a frame that wait to be told: at most so many a second, the others are counted. */
export interface ToldHints {
  tell(hint: ToldHint): void;
  /** Counts hints that nobody can tell of any more. */
  drop(count: number): void;
  /** What there is to tell; null if nothing. */
  take(): { readonly hints: readonly ToldHint[]; readonly dropped: number } | null;
  clear(): void;
}

/** No hints yet. */
export function openToldHints(): ToldHints {
  let hints: ToldHint[] = [];
  let dropped = 0;
  let left = maxHintsASecond;
  let sinceMs = 0;
  const clear = () => {
    [hints, dropped] = [[], 0];
  };
  return {
    tell(hint) {
      const nowMs = Date.now();
      if (nowMs - sinceMs >= 1_000) [left, sinceMs] = [maxHintsASecond, nowMs];
      if (left > 0 && hints.length < maxHintsASecond) {
        left--;
        hints.push(hint);
      } else {
        dropped++;
      }
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
