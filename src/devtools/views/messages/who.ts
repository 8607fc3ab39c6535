import type { Party } from '../../../channels/reading';
import type { MessagesProse } from '../../../prose/messages';

/** Returns the explanation of a party's label; empty for frames, whose label needs none. */
export function partyMeaning({ who }: Party, prose: MessagesProse): string {
  return who === 'frame' ? '' : prose.parties[who].meaning;
}
