import type { Party } from './reading';

/** The texts that name an end of an event. */
export interface PartyWords {
  readonly parties: Readonly<Record<Exclude<Party['who'], 'frame'>, { readonly label: string }>>;
  readonly frame: {
    readonly top: string;
    inner(frameId: number): string;
    /** Names a frame of a tab other than the watched one. */
    inOtherTab(frame: string): string;
  };
}

/**
 * Returns the name of an end of an event, to be shown next to its origin. For a frame: its position in the
 * tab, as far as it is known.
 */
export function partyLabel({ who, frameId, tabId }: Party, words: PartyWords): string {
  if (who !== 'frame') return words.parties[who].label;
  if (frameId === null) return '';
  const label = frameId === 0 ? words.frame.top : words.frame.inner(frameId);
  return tabId === null ? label : words.frame.inOtherTab(label);
}
