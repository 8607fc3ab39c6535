import { partyLabel } from '../../../channels/party-label';
import type { Party } from '../../../channels/reading';
import type { MessagesProse } from '../../../prose/messages';
import { visibleText } from '../../../prose/visible-text';
import { Visible } from '../ui/Visible';
import { partyMeaning } from './who';

interface PartyCellProps {
  column: 'from' | 'to';
  index: number;
  party: Party;
  prose: MessagesProse;
}

/** Draws one end of an event: its origin and frame. */
export function PartyCell({ column, index, party, prose }: PartyCellProps) {
  const label = partyLabel(party, prose);
  const { origin } = party;
  const [, scheme = '', rest = ''] = /^(.*:\/\/)?(.*)$/s.exec(origin ?? '') ?? [];
  const title = [label, origin ?? '', partyMeaning(party, prose)].filter((part) => part !== '');
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table
    <div
      class={`cell cell-party cell-${column}`}
      role="gridcell"
      tabIndex={-1}
      aria-colindex={index}
      title={title.map(visibleText).join('\n')}
    >
      {origin !== null && (
        <span class="word party-origin">
          <span class="scheme">{scheme}</span>
          <Visible text={rest} />
        </span>
      )}
      <span class={origin === null ? 'word quiet' : 'party-frame quiet'}>{label}</span>
    </div>
  );
}
