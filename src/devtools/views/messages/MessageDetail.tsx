import type { RefObject } from 'preact';
import { kindOf } from '../../../channels/kinds';
import { eventKind } from '../../../channels/read-page-event';
import type { RelayPart } from '../../../channels/relays';
import type { MessagesProse } from '../../../prose/messages';
import { openersProseFor } from '../../../prose/openers';
import type { PageEventFacts } from '../../../protocol/page-events';
import { readingOf } from '../../store/messages-store';
import type { PanelStore } from '../../store/store';
import { Fact } from '../ui/Fact';
import { FactRows } from '../ui/FactRows';
import { Icon } from '../ui/Icon';
import { Section } from '../ui/Section';
import { ToolButton } from '../ui/ToolButton';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { KindIcon } from './KindIcon';
import { MessageContent } from './MessageContent';
import { PartyFact } from './PartyFact';
import { RelaySteps } from './RelaySteps';
import type { ReadScripts } from './read-scripts';
import { Stars } from './Stars';

interface MessageDetailProps {
  pane: RefObject<HTMLDivElement | null>;
  event: PageEventFacts;
  /** The relay that the event is a step of. */
  part: RelayPart | null;
  panel: PanelStore;
  prose: MessagesProse;
  words: Words;
  onReadScripts: ReadScripts;
  /** Selects another event. */
  onSelect(id: string): void;
  onClose(): void;
}

/** Draws the detail of one event: all known facts, and what no browser shows. */
export function MessageDetail(props: MessageDetailProps) {
  const { pane, event, part, panel, prose, words, onReadScripts, onSelect, onClose } = props;
  const { detail, kinds } = prose;
  const { count } = event;
  const kind = eventKind(event);
  const { from, to, relation, rule, risk, unseen } = readingOf(event);
  const kindWords = { ...prose, opener: openersProseFor(words.language) };
  const party = { frames: panel.page.value.frames, prose, words };
  return (
    <aside
      class="detail"
      aria-label={detail.label}
      onKeyDown={(pressed) => {
        if (pressed.key === 'Escape') onClose();
      }}
    >
      <div class="detail-head">
        <span class={`badge is-${kind}`} title={kinds[kind].meaning}>
          <KindIcon kind={kind} />
          {kinds[kind].label}
        </span>
        <span class="detail-request messages-between">
          <code>
            <Visible text={`${from.origin ?? '–'} → ${to.origin ?? '–'}`} />
          </code>
        </span>
        <ToolButton icon="close" label={words.ui.detail.close} onPress={onClose} />
      </div>
      <div ref={pane} class="detail-body" tabIndex={-1}>
        <h2 class="headline">
          <span>{prose.rules[rule].sentence}</span>
        </h2>
        {risk && (
          <div class="message-risk">
            <h3>
              <Icon name="warning" />
              {detail.risk(prose.risks[risk].label)}
            </h3>
            <p>{prose.risks[risk].sentence}</p>
          </div>
        )}
        <MessageContent event={event} panel={panel} prose={kindWords} words={words} />
        {part && <RelaySteps part={part} panel={panel} prose={prose} words={words} onSelect={onSelect} />}
        <Section title={detail.facts}>
          <dl class="facts">
            <PartyFact name={detail.from} party={from} {...party} />
            <PartyFact name={detail.to} party={to} {...party} />
            {relation && (
              <Fact name={detail.relation}>
                {prose.relations[relation].label}
                <span class="quiet"> {prose.relations[relation].meaning}</span>
              </Fact>
            )}
            <FactRows rows={kindOf(event).moreRows?.(event, kindWords) ?? []} words={words} />
            <Fact name={detail.time}>
              <time dateTime={new Date(event.atMs).toISOString()}>{new Date(event.atMs).toISOString()}</time>
            </Fact>
            {count > 1 && <Fact name={detail.count}>{detail.counted(count)}</Fact>}
            <Fact name={detail.seenBy}>{prose.sources[event.source]}</Fact>
          </dl>
        </Section>
        {event.kind === 'post-message' && (
          <Stars
            page={panel.page.value.url}
            receiver={event.direction === 'received' ? event.frame.origin : null}
            events={panel.pageEvents.value}
            words={words}
            onReadScripts={onReadScripts}
          />
        )}
        {unseen.length > 0 && (
          <Section title={detail.unseen} count={unseen.length}>
            <ul class="unseen">
              {unseen.map((code) => (
                <li key={code}>{prose.unseen[code]}</li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </aside>
  );
}
