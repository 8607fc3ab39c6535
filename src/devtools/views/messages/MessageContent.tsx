import { type KindWords, kindOf } from '../../../channels/kinds';
import { relationOf } from '../../../engine/site';
import type { MessagesProse } from '../../../prose/messages';
import type { PageEventFacts, Preview } from '../../../protocol/page-events';
import type { PanelStore } from '../../store/store';
import { FactRows } from '../ui/FactRows';
import { Section } from '../ui/Section';
import { Stack } from '../ui/Stack';
import { Value } from '../ui/Value';
import type { Words } from '../words';
import { Listeners } from './Listeners';

interface ContentProps {
  event: PageEventFacts;
  panel: PanelStore;
  prose: MessagesProse & KindWords;
  words: Words;
}

/** Draws the content of an event, in the fields of its kind. */
export function MessageContent({ event, panel, prose, words }: ContentProps) {
  const { detail } = prose;
  const kind = kindOf(event);
  const events = panel.pageEvents.value;
  const exchanges = panel.entries.value.map(({ facts }) => facts);
  const derived = kind.derive(event, {
    exchanges,
    sockets: exchanges.filter(({ kind }) => kind === 'websocket'),
    events,
    browser: panel.recording.value.browser?.name ?? null,
    relationOf,
  });
  const content = kind.content?.(event, prose);
  const rows = kind.rows(event, derived, prose);
  const callSite = 'callSite' in event ? event.callSite : null;
  return (
    <>
      {content && <Text {...content} prose={prose} words={words} />}
      {rows.length > 0 && (
        <dl class="facts">
          <FactRows rows={rows} words={words} />
        </dl>
      )}
      {'listeners' in event && event.listeners && (
        <Listeners event={event} listeners={event.listeners} events={events} prose={prose} words={words} />
      )}
      {callSite && (
        <Section title={event.count > 1 ? detail.firstCallSite : detail.callSite}>
          <Stack site={callSite} />
        </Section>
      )}
    </>
  );
}

interface TextProps {
  title: string;
  preview: Preview;
  prose: MessagesProse;
  words: Words;
}

function Text({ title, preview: { text, length }, prose, words }: TextProps) {
  const size = length === null ? null : prose.what.characters(length);
  const isCut = length === null || length > text.length;
  return (
    <Section title={title}>
      <p class="quiet">{[size, isCut && prose.detail.cut(text.length)].filter((part) => part).join(' · ')}</p>
      <Value text={text} words={words} />
    </Section>
  );
}
