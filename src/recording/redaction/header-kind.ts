import { type HeaderKind, keptHeaders } from './kept-headers';

const kinds: ReadonlyMap<string, HeaderKind> = new Map(
  Object.entries(keptHeaders).flatMap(([kind, names]) => names.map((name) => [name, kind as HeaderKind])),
);

/** Returns how a header's value is read; undefined if it is not used. */
export function headerKind(name: string): HeaderKind | undefined {
  return kinds.get(name.toLowerCase());
}
