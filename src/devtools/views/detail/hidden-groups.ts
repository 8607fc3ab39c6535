import type { HiddenBecause, HiddenHeader } from '../../../engine';

/** Headers that are hidden from script for the same reason. */
export interface HiddenGroup {
  readonly because: HiddenBecause;
  readonly names: readonly string[];
}

/** Returns the hidden headers grouped by reason, in order of appearance. */
export function hiddenGroups(hidden: readonly HiddenHeader[]): readonly HiddenGroup[] {
  const groups = new Map<HiddenBecause, string[]>();
  for (const { name, because } of hidden) groups.set(because, [...(groups.get(because) ?? []), name]);
  return [...groups].map(([because, names]) => ({ because, names }));
}
