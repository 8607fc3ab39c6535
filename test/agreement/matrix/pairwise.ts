/** The dimensions and their possible values, starting with the simplest. */
export type Dimensions = Readonly<Record<string, readonly string[]>>;

/** One value for each dimension. */
export type Combination<D extends Dimensions> = { readonly [Key in keyof D]: D[Key][number] };

/** Returns numbers from 0 up to 1, the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Returns combinations that contain each pair of values of two dimensions at least once. The method is
 * greedy, so their number is not minimal.
 */
export function pairwise<D extends Dimensions>(
  dimensions: D,
  random: () => number,
): readonly Combination<D>[] {
  const names = Object.keys(dimensions);
  const valuesOf = (name: string) => dimensions[name] ?? [];
  const open = new Set(
    names.flatMap((a, index) =>
      names
        .slice(index + 1)
        .flatMap((b) => valuesOf(a).flatMap((x) => valuesOf(b).map((y) => pairKey(a, x, b, y)))),
    ),
  );
  const combinations: Record<string, string>[] = [];
  while (open.size > 0) {
    const [first] = open;
    const combination: Record<string, string> = Object.fromEntries(JSON.parse(first ?? '[]'));
    for (const name of names) {
      if (name in combination) continue;
      const gains = valuesOf(name).map((value) => ({ value, gain: gainOf(combination, name, value) }));
      const most = Math.max(...gains.map(({ gain }) => gain));
      combination[name] = pick(
        gains.filter(({ gain }) => gain === most).map(({ value }) => value),
        random,
      );
    }
    for (const a of names) {
      for (const b of names) {
        if (a !== b) open.delete(pairKey(a, combination[a] ?? '', b, combination[b] ?? ''));
      }
    }
    combinations.push(combination);
  }
  return combinations as readonly Combination<D>[];

  function pairKey(a: string, x: string, b: string, y: string): string {
    const pairs: readonly (readonly [string, string])[] = [
      [a, x],
      [b, y],
    ];
    return JSON.stringify(names.indexOf(a) < names.indexOf(b) ? pairs : [...pairs].reverse());
  }

  function gainOf(chosen: Readonly<Record<string, string>>, name: string, value: string): number {
    return Object.entries(chosen).filter(([other, its]) => open.has(pairKey(name, value, other, its))).length;
  }
}

/** Returns one of the values. */
export function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('agreement: nothing to pick from');
  return value;
}
