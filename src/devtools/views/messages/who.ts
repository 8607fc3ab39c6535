import type { Party } from '../../../channels/reading';
import type { MessagesProse } from '../../../prose/messages';

/** What a party's label means; empty where a word says it. */
export function partyMeaning({ who }: Party, prose: MessagesProse): string {
  return who === 'frame' ? '' : prose.parties[who].meaning;
}
