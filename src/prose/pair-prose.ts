import type { Pair } from '../channels/pair-rules';

/** How two origins are related: in a word, and in a sentence about a pair. */
export interface RelationProse {
  readonly label: string;
  sentence(pair: Pair): string;
}

/** A way across, whatever the pair. */
export interface WayProse {
  readonly name: string;
  readonly advantages: readonly string[];
  readonly limits: readonly string[];
  /** When to use it, in one sentence. */
  readonly use: string;
}

/** The host of one of the two. */
export function hostOf({ components }: Pair, of: 'page' | 'other'): string {
  return components.find(({ component }) => component === 'host')?.[of] ?? '';
}

/** Where a WebSocket server of the other one would listen. */
export function webSocketOf({ other }: Pair): string {
  return other.replace(/^http/, 'ws');
}
