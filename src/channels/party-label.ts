import type { Party } from './reading';

/** The words that name an end of an event. */
export interface PartyWords {
  readonly parties: Readonly<Record<Exclude<Party['who'], 'frame'>, { readonly label: string }>>;
  readonly frame: {
    readonly top: string;
    inner(frameId: number): string;
    /** A frame of another tab than the watched one. */
    inTab(tabId: number, frame: string): string;
  };
}

/** Names an end of an event, beside its origin: the place of a frame in its tab, or as much as is known. */
export function partyLabel({ who, frameId, tabId }: Party, words: PartyWords): string {
  if (who !== 'frame') return words.parties[who].label;
  if (frameId === null) return '';
  const label = frameId === 0 ? words.frame.top : words.frame.inner(frameId);
  return tabId === null ? label : words.frame.inTab(tabId, label);
}
