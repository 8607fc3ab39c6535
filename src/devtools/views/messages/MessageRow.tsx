import { useMemo } from 'preact/hooks';
import { kindOf } from '../../../channels/kinds';
import { partyLabel } from '../../../channels/party-label';
import { eventKind } from '../../../channels/read-page-event';
import type { RelayPart } from '../../../channels/relays';
import type { MessagesProse } from '../../../prose/messages';
import type { RelaysProse } from '../../../prose/relays';
import { visibleText } from '../../../prose/visible-text';
import type { PageEventFacts } from '../../../protocol/page-events';
import type { Lanes } from '../../store/lanes';
import { readingOf } from '../../store/messages-store';
import { Cell } from '../ui/Cell';
import { Icon } from '../ui/Icon';
import { Visible } from '../ui/Visible';
import { clockTime } from './clock-time';
import { KindIcon } from './KindIcon';
import { LanesCell } from './LanesCell';
import { PartyCell } from './PartyCell';

interface MessageRowProps {
  elementId: string;
  event: PageEventFacts;
  index: number;
  top: number;
  isSelected: boolean;
  /** The relay step that the event is. */
  part: RelayPart | null;
  lanes: Lanes;
  prose: MessagesProse;
  said: RelaysProse;
  onSelect(id: string): void;
}

/** Draws one row of the timeline. It is rendered again only when its content changes. */
export function MessageRow({
  elementId,
  event,
  index,
  top,
  isSelected,
  part,
  lanes,
  prose,
  said,
  onSelect,
}: MessageRowProps) {
  const [step, short] = part
    ? [said.part(part.nth, part.round.length), said.short(part.nth, part.round.length)]
    : [null, null];
  return useMemo(() => {
    const { id, count } = event;
    const kind = eventKind(event);
    const { from, to, relation, rule, risk } = readingOf(event);
    const ruled = prose.rules[rule];
    const risked = risk && prose.risks[risk];
    const what = kindOf(event).line(event, prose.what);
    return (
      // biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
      <div
        id={elementId}
        class={`table-row is-${kind}${index % 2 ? ' is-odd' : ''}${risk ? ' has-risk' : ''}`}
        role="row"
        tabIndex={-1}
        aria-rowindex={index + 2}
        aria-selected={isSelected}
        data-id={id}
        style={{ transform: `translateY(${top}px)` }}
        onClick={() => onSelect(id)}
      >
        <Cell column="at" index={1}>
          {clockTime(event.atMs)}
        </Cell>
        <Cell column="kind" index={2} title={prose.kinds[kind].meaning}>
          <KindIcon kind={kind} />
          <span class="word">{prose.kinds[kind].short}</span>
        </Cell>
        <LanesCell
          index={3}
          row={event}
          lanes={lanes}
          title={visibleText(`${partyLabel(from, prose)} → ${partyLabel(to, prose)}`)}
        />
        <PartyCell column="from" index={4} party={from} prose={prose} />
        <PartyCell column="to" index={5} party={to} prose={prose} />
        <Cell column="relation" index={6} title={relation ? prose.relations[relation].meaning : ''}>
          {relation ? prose.relations[relation].label : '–'}
        </Cell>
        <Cell column="what" index={7} title={(step ? [what, step] : [what]).map(visibleText).join('\n')}>
          {count > 1 && <b class="times">{prose.table.times(count)}</b>}
          {short && <b class="times">{short}</b>}
          <span class="word">
            <Visible text={what} />
          </span>
        </Cell>
        <Cell
          column="rule"
          index={8}
          title={risked ? `${ruled.sentence}\n${risked.sentence}` : ruled.sentence}
        >
          {risked && <Icon name="warning" />}
          <span class="word">{risked ? `${ruled.label} · ${risked.label}` : ruled.label}</span>
        </Cell>
      </div>
    );
  }, [elementId, event, index, top, isSelected, step, short, lanes, prose, onSelect]);
}
