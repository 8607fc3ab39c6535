import type { RelayPart, RelayStep } from '../../../channels/relays';
import type { MessagesProse } from '../../../prose/messages';
import { relayFrameLabel, relaysProseFor } from '../../../prose/relays';
import type { PanelStore } from '../../store/store';
import { Fact } from '../ui/Fact';
import { Section } from '../ui/Section';
import { Value } from '../ui/Value';
import type { Words } from '../words';

interface RelayStepsProps {
  part: RelayPart;
  panel: PanelStore;
  prose: MessagesProse;
  words: Words;
  onSelect(id: string): void;
}

/** Draws the relay of an event: its frames, its certainty, its steps, and what is not visible. */
export function RelaySteps({ part, panel, prose, words, onSelect }: RelayStepsProps) {
  const { kind, certainty, frames, rounds, unseen } = part.relay;
  const relaysProse = relaysProseFor(words.language);
  return (
    <Section title={relaysProse.title}>
      <p>{relaysProse.sentences[kind]}</p>
      <dl class="facts">
        {frames.map((frame, index) => (
          <Fact key={relaysProse.roles[index]} name={relaysProse.roles[index] ?? ''}>
            {relayFrameLabel(frame, prose)} <Value text={frame.origin} words={words} />
          </Fact>
        ))}
        <Fact name={relaysProse.certainty}>
          {relaysProse.certainties[certainty]}{' '}
          <span class="quiet">{relaysProse.because[kind][certainty]}</span>
        </Fact>
        <Fact name={relaysProse.values}>{relaysProse.rounds(rounds.length)}</Fact>
        <Fact name={relaysProse.steps}>
          <ol class="relay-steps">
            {part.round.map((step, index) => (
              <li key={step.id} aria-current={index + 1 === part.nth ? 'step' : undefined}>
                <Step
                  step={step}
                  isThis={index + 1 === part.nth}
                  panel={panel}
                  words={words}
                  onSelect={onSelect}
                />
              </li>
            ))}
          </ol>
        </Fact>
      </dl>
      <ul class="unseen">
        {unseen.map((code) => (
          <li key={code}>{relaysProse.unseen[code]}</li>
        ))}
      </ul>
    </Section>
  );
}

interface StepProps {
  step: RelayStep;
  isThis: boolean;
  panel: PanelStore;
  words: Words;
  onSelect(id: string): void;
}

/** Draws a step of a relay as a link to its event or request. */
function Step({ step: { what, kind: of, id }, isThis, panel, words, onSelect }: StepProps) {
  const relaysProse = relaysProseFor(words.language);
  if (isThis) {
    return (
      <>
        {relaysProse.does[what]} <span class="quiet">({relaysProse.thisOne})</span>
      </>
    );
  }
  const isThere =
    of === 'page-event'
      ? panel.pageEvents.value.some((event) => event.id === id)
      : panel.entries.value.some(({ facts }) => facts.id === id);
  if (!isThere) {
    return (
      <>
        {relaysProse.does[what]} <span class="quiet">({relaysProse.gone})</span>
      </>
    );
  }
  const show = () => {
    if (of === 'page-event') return onSelect(id);
    panel.select(id);
    panel.setDetailOpen(true);
    panel.setView('requests');
  };
  return (
    <button type="button" class="link" onClick={show}>
      {relaysProse.does[what]}
    </button>
  );
}
