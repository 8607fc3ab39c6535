/** One way of doing the work, optionally switched on before and off after. */
export interface Variant {
  readonly name: string;
  on?(): Promise<void>;
  off?(): Promise<void>;
}

/** The time of each variant in each round, in milliseconds: rounds by variant. */
export type Times = readonly (readonly number[])[];

/**
 * Does the same work with each variant, round after round. The order rotates with each round, so other work of the
 * machine affects all variants equally. The first round is a warm-up and does not count.
 */
export async function pairedTimes(
  variants: readonly Variant[],
  rounds: number,
  work: (variant: Variant) => Promise<number>,
): Promise<Times> {
  const times: number[][] = variants.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < variants.length; turn++) {
      const index = (round + turn) % variants.length;
      const variant = variants[index];
      if (!variant) continue;
      await variant.on?.();
      const ms = await work(variant);
      await variant.off?.();
      if (round > 0) times[index]?.push(ms);
    }
  }
  return times;
}

/** The median of the ratios of paired times, rounded to three digits. */
export function medianRatio(times: readonly number[] = [], base: readonly number[] = []): number {
  const ratios = times.map((ms, round) => ms / (base[round] ?? Number.NaN)).sort((a, b) => a - b);
  const middle = Math.floor(ratios.length / 2);
  const median =
    ratios.length % 2 === 1 ? ratios[middle] : ((ratios[middle - 1] ?? 0) + (ratios[middle] ?? 0)) / 2;
  return Math.round((median ?? Number.NaN) * 1000) / 1000;
}
