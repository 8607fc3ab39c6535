import { crossingCalls } from '../../../channels/script-loaded';
import type { MessagesProse } from '../../../prose/messages';
import type { PageEventFacts, Preview } from '../../../protocol/page-events';
import type { PanelStore } from '../../store/store';
import { Fact } from '../ui/Fact';
import { Section } from '../ui/Section';
import { Stack } from '../ui/Stack';
import { Value } from '../ui/Value';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { AccessFacts, CanvasFacts, DomainFacts } from './AccessFacts';
import { Listeners } from './Listeners';
import { OpenerFacts } from './OpenerFacts';
import { StorageFacts } from './StorageFacts';
import { ChannelFacts, SocketFacts } from './TrafficFacts';
import { fragmentOf } from './what';

interface ContentProps {
  event: PageEventFacts;
  panel: PanelStore;
  prose: MessagesProse;
  words: Words;
}

/** What an event brought, in the fields of its kind. */
export function MessageContent({ event, panel, prose, words }: ContentProps) {
  const { detail } = prose;
  const { kind } = event;
  const received = kind === 'post-message' && event.direction === 'received' ? event : null;
  const callSite = 'callSite' in event ? event.callSite : null;
  return (
    <>
      {received?.data && <Text title={detail.data} preview={received.data} prose={prose} words={words} />}
      {kind === 'window-name' && (
        <Text title={detail.value} preview={event.value} prose={prose} words={words} />
      )}
      {kind === 'location-hash' && (
        <dl class="facts">
          <Fact name={detail.oldFragment}>
            <Fragment url={event.oldUrl} none={detail.noFragment} words={words} />
          </Fact>
          <Fact name={detail.newFragment}>
            <Fragment url={event.newUrl} none={detail.noFragment} words={words} />
          </Fact>
        </dl>
      )}
      {kind === 'jsonp' && (
        <dl class="facts">
          <Fact name={detail.script}>
            <Value text={event.script.url} words={words} />
          </Fact>
          {crossingCalls(event.script).map(({ name, size }, index) => (
            <Fact key={`${index} ${name}`} name={detail.calledBack}>
              <Visible text={prose.what.called(name, size)} />
            </Fact>
          ))}
        </dl>
      )}
      {kind === 'websocket' && <SocketFacts event={event} panel={panel} prose={prose} words={words} />}
      {kind === 'channel' && <ChannelFacts event={event} panel={panel} prose={prose} words={words} />}
      {kind === 'document-domain' && <DomainFacts event={event} panel={panel} prose={prose} words={words} />}
      {kind === 'dom-access' && <AccessFacts event={event} panel={panel} prose={prose} words={words} />}
      {kind === 'canvas-read' && <CanvasFacts event={event} panel={panel} prose={prose} words={words} />}
      {kind === 'storage' && <StorageFacts event={event} panel={panel} prose={prose} words={words} />}
      {kind === 'opener' && <OpenerFacts event={event} panel={panel} prose={prose} words={words} />}
      {received?.listeners && (
        <Listeners
          event={received}
          listeners={received.listeners}
          events={panel.pageEvents.value}
          prose={prose}
          words={words}
        />
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

function Fragment({ url, none, words }: { url: string; none: string; words: Words }) {
  const fragment = fragmentOf(url);
  return fragment === '' ? <em class="quiet">{none}</em> : <Value text={fragment} words={words} />;
}
