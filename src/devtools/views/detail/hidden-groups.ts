import type { HiddenBecause, HiddenHeader } from '../../../engine';

/** Headers that script does not see for one reason. */
export interface HiddenGroup {
  readonly because: HiddenBecause;
  readonly names: readonly string[];
}

/** The hidden headers by their reasons, in the order in which these are met. */
export function hiddenGroups(hidden: readonly HiddenHeader[]): readonly HiddenGroup[] {
  const groups = new Map<HiddenBecause, string[]>();
  for (const { name, because } of hidden) groups.set(because, [...(groups.get(because) ?? []), name]);
  return [...groups].map(([because, names]) => ({ because, names }));
}
