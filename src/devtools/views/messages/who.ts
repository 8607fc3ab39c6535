import type { Party } from '../../../channels/reading';
import type { MessagesProse } from '../../../prose/messages';
import type { FrameRef } from '../../../protocol/page-events';

/** A frame's place in its tab, in a word or two. */
export function frameLabel(frame: FrameRef, openedTabId: number | null, prose: MessagesProse): string {
  const label = frame.frameId === 0 ? prose.frame.top : prose.frame.inner(frame.frameId);
  return openedTabId === null ? label : prose.frame.opened(openedTabId, label);
}

/** Who an end of an event is, beside its origin. */
export function partyLabel(party: Party, openedTabId: number | null, prose: MessagesProse): string {
  if (party.who !== 'frame') return prose.parties[party.who].label;
  return party.frame ? frameLabel(party.frame, openedTabId, prose) : '';
}

/** What a party's label means, where a word does not say it. */
export function partyMeaning(party: Party, prose: MessagesProse): string | undefined {
  return party.who === 'frame' ? undefined : prose.parties[party.who].meaning;
}
