import type { HiddenBecause, HiddenHeader } from '../../../engine';
import { isRarelyRead } from '../../../remedy/reading-needs';

/** Headers that are hidden from script for the same reason. */
export interface HiddenGroup {
  readonly because: HiddenBecause;
  readonly names: readonly string[];
  /** Those that scripts hardly ever read. */
  readonly rarelyRead: readonly string[];
}

/** Returns the hidden headers grouped by reason, in order of appearance. */
export function hiddenGroups(hidden: readonly HiddenHeader[]): readonly HiddenGroup[] {
  const groups = new Map<HiddenBecause, string[]>();
  for (const { name, because } of hidden) groups.set(because, [...(groups.get(because) ?? []), name]);
  return [...groups].map(([because, names]) => ({
    because,
    names: names.filter((name) => !isRarelyRead(name)),
    rarelyRead: names.filter(isRarelyRead),
  }));
}
