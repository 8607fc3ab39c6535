import type { Party } from '../../../channels/reading';
import type { MessagesProse } from '../../../prose/messages';

/** Who an end of an event is, beside its origin: a frame's place in its tab, or as much as is known. */
export function partyLabel({ who, frame, tabId }: Party, prose: MessagesProse): string {
  if (who !== 'frame') return prose.parties[who].label;
  if (!frame) return '';
  const label = frame.frameId === 0 ? prose.frame.top : prose.frame.inner(frame.frameId);
  return tabId === null ? label : prose.frame.inTab(tabId, label);
}

/** What a party's label means; empty where a word says it. */
export function partyMeaning({ who }: Party, prose: MessagesProse): string {
  return who === 'frame' ? '' : prose.parties[who].meaning;
}
