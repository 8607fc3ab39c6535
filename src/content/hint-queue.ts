import { maxHintsPerSecond, type ReportedHint } from '../protocol/content';
import { openRate } from './rate';

/** A hint of the page's own world, whose fields are parsed on the DevTools side. */
export type UnparsedHint = Readonly<Record<string, unknown>>;

/** Hints to send, and how many more were dropped. */
export interface Taken {
  readonly hints: readonly (ReportedHint | UnparsedHint)[];
  readonly dropped: number;
}

/** The hints of a frame that wait to be sent. Beyond a limit a second they are only counted. */
export interface HintQueue {
  add(hint: ReportedHint | UnparsedHint): void;
  /** Counts hints that can no longer be sent. */
  drop(count: number): void;
  /** Takes the waiting hints; null if there are none. */
  take(): Taken | null;
  clear(): void;
}

/** Opens an empty list of hints. */
export function openHintQueue(): HintQueue {
  let hints: (ReportedHint | UnparsedHint)[] = [];
  let dropped = 0;
  const isWithin = openRate(maxHintsPerSecond);
  const clear = () => {
    [hints, dropped] = [[], 0];
  };
  return {
    add(hint) {
      if (isWithin() && hints.length < maxHintsPerSecond) hints.push(hint);
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
