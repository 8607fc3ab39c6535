import { useMemo } from 'preact/hooks';
import { listenerKey, reportedListeners } from '../../../channels/reported-listeners';
import { listenersProseFor } from '../../../prose/listeners';
import type { MessagesProse } from '../../../prose/messages';
import type { MessageReceived, PageEventFacts, RanListener } from '../../../protocol/page-events';
import { loadAuditor } from '../../../recording/crossings/listener-audits';
import { Section } from '../ui/Section';
import { Stack } from '../ui/Stack';
import { useLater } from '../ui/use-later';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { ListenerAudit } from './ListenerAudit';

interface ListenersProps {
  event: MessageReceived;
  listeners: readonly RanListener[];
  /** All page events, because the audit of a listener uses all its messages. */
  events: readonly PageEventFacts[];
  prose: MessagesProse;
  words: Words;
}

/** Draws the listeners that ran for a message: where each was registered, and how it checks the sender. */
export function Listeners({ event, listeners, events, prose, words }: ListenersProps) {
  const { detail } = prose;
  const auditor = useLater(loadAuditor, listeners.length > 0);
  const reported = useMemo(() => reportedListeners(events), [events]);
  const more = listenersProseFor(words.language);
  return (
    <Section title={detail.listeners} count={listeners.length}>
      {listeners.length === 0 && <p class="quiet">{detail.noListeners}</p>}
      <ul class="listeners">
        {listeners.map(({ id, name, registeredAt }) => {
          const reportedListener = reported.get(listenerKey(event.frame, id));
          return (
            <li key={id}>
              {name === '' ? (
                <em class="quiet">{detail.anonymous}</em>
              ) : (
                <code>
                  <Visible text={name} />
                </code>
              )}{' '}
              <span class="quiet">{registeredAt ? detail.registeredAt : detail.registeredUnseen}</span>
              {registeredAt && <Stack site={registeredAt} />}
              {reportedListener && auditor && (
                <ListenerAudit
                  reported={reportedListener}
                  audit={auditor.audit(reportedListener)}
                  sender={event.isTrusted ? event.senderOrigin : null}
                  prose={more}
                  words={words}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
