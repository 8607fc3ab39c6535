import type { GivenAdvice } from '../../../diagnosis/advise';
import { lastHop } from '../../../exchange/facts/facts';
import { type AdviceWords, adviceText } from '../../../prose/advice';
import { messagesProseFor } from '../../../prose/messages';
import { shortUrl } from '../../../prose/short-url';
import type { PanelStore } from '../../store/store';
import { clockTime } from '../messages/clock-time';
import { ToolButton } from '../ui/ToolButton';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

const maxShown = 20;

interface AdviceDetailProps {
  given: GivenAdvice;
  advice: AdviceWords;
  panel: PanelStore;
  words: Words;
  onRequest(id: string): void;
  onEvent(id: string): void;
  onClose(): void;
}

/** Draws one piece of advice: what it means, what to do, and the requests and messages that it rests on. */
export function AdviceDetail({
  given,
  advice,
  panel,
  words,
  onRequest,
  onEvent,
  onClose,
}: AdviceDetailProps) {
  const { kind, severity, certainty, exchanges, pageEvents = [], total } = given;
  const { title, sentence, remedy, evidence } = adviceText(given, advice);
  const { confidences } = words.prose.causeWords;
  const messages = messagesProseFor(words.language);
  const events = new Map(panel.pageEvents.value.map((event) => [event.id, event]));
  return (
    <aside
      class="detail advice-detail"
      tabIndex={-1}
      aria-label={words.ui.detail.label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div class="detail-head">
        <span class="detail-request">
          <b class={`severity severity-${severity}`}>{advice.severities[severity]}</b>
          <span>{advice.kinds[kind]}</span>
          <span class="mark">{confidences[certainty]}</span>
        </span>
        <ToolButton icon="close" label={advice.close} onPress={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <div class="detail-body" tabIndex={0}>
        <h2 class="headline">{title}</h2>
        <p class="advice-sentence">
          <Visible text={sentence} />
        </p>
        <h3>{advice.remedy}</h3>
        <p>
          <Visible text={remedy} />
        </p>
        {evidence.length > 0 && (
          <>
            <h3>{advice.evidence}</h3>
            <ul class="advice-evidence">
              {evidence.slice(0, maxShown).map((line) => (
                <li key={line}>
                  <code>
                    <Visible text={line} />
                  </code>
                </li>
              ))}
              {evidence.length > maxShown && <li class="quiet">{advice.more(evidence.length - maxShown)}</li>}
            </ul>
          </>
        )}
        {exchanges.length > 0 && (
          <>
            <h3>{advice.requests(total - pageEvents.length)}</h3>
            <ul class="advice-rests">
              {exchanges.slice(0, maxShown).map((id) => {
                const facts = panel.rowOf(id)?.entry.facts;
                const hop = facts && lastHop(facts);
                return (
                  <li key={id}>
                    {hop ? (
                      <button type="button" class="link" onClick={() => onRequest(id)}>
                        <Visible text={`${hop.method} ${shortUrl(hop.url)}`} />
                      </button>
                    ) : (
                      <span class="quiet">{advice.gone}</span>
                    )}
                  </li>
                );
              })}
              {total - pageEvents.length > maxShown && (
                <li class="quiet">{advice.more(total - pageEvents.length - maxShown)}</li>
              )}
            </ul>
          </>
        )}
        {pageEvents.length > 0 && (
          <>
            <h3>{advice.events(total - exchanges.length)}</h3>
            <ul class="advice-rests">
              {pageEvents.slice(0, maxShown).map((id) => {
                const event = events.get(id);
                return (
                  <li key={id}>
                    {event ? (
                      <button type="button" class="link" onClick={() => onEvent(id)}>
                        {clockTime(event.atMs)} {messages.kinds.received.short}
                      </button>
                    ) : (
                      <span class="quiet">{advice.gone}</span>
                    )}
                  </li>
                );
              })}
              {total - exchanges.length > maxShown && (
                <li class="quiet">{advice.more(total - exchanges.length - maxShown)}</li>
              )}
            </ul>
          </>
        )}
      </div>
    </aside>
  );
}
