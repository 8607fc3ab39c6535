import { partyLabel } from '../../../channels/party-label';
import type { Party } from '../../../channels/reading';
import type { MessagesProse } from '../../../prose/messages';
import type { FrameFacts } from '../../../protocol/facts';
import { Fact } from '../ui/Fact';
import { Value } from '../ui/Value';
import type { Words } from '../words';
import { partyMeaning } from './who';

interface PartyFactProps {
  name: string;
  party: Party;
  /** The current frames. */
  frames: readonly FrameFacts[];
  prose: MessagesProse;
  words: Words;
}

/** Draws one end of an event with all its known facts. */
export function PartyFact({ name, party, frames, prose, words }: PartyFactProps) {
  const { documentId, origin } = party;
  const meaning = partyMeaning(party, prose);
  const url = documentId === null ? null : frames.find((frame) => frame.documentId === documentId)?.url;
  return (
    <Fact name={name}>
      {partyLabel(party, prose)} {origin !== null && <Value text={origin} words={words} />}
      {origin === null && party.who === 'frame' && <span class="quiet">{prose.frame.unknownOrigin}</span>}
      {origin === 'null' && <span class="quiet"> {words.ui.table.opaqueOrigin}</span>}
      {meaning && <p class="quiet">{meaning}</p>}
      {url && (
        <p>
          <Value text={url} words={words} />
        </p>
      )}
    </Fact>
  );
}
