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

/** The relay that an event is a step of: over whom, how sure that is, each of its steps, and what is not visible. */
export function RelaySteps({ part, panel, prose, words, onSelect }: RelayStepsProps) {
  const { kind, certainty, frames, rounds, unseen } = part.relay;
  const said = relaysProseFor(words.language);
  return (
    <Section title={said.title}>
      <p>{said.sentences[kind]}</p>
      <dl class="facts">
        {frames.map((frame, index) => (
          <Fact key={said.roles[index]} name={said.roles[index] ?? ''}>
            {relayFrameLabel(frame, prose)} <Value text={frame.origin} words={words} />
          </Fact>
        ))}
        <Fact name={said.certainty}>
          {said.certainties[certainty]} <span class="quiet">{said.because[kind][certainty]}</span>
        </Fact>
        <Fact name={said.values}>{said.rounds(rounds.length)}</Fact>
        <Fact name={said.steps}>
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
          <li key={code}>{said.unseen[code]}</li>
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

/** A step, which leads to its event, or to its request. */
function Step({ step: { what, kind: of, id }, isThis, panel, words, onSelect }: StepProps) {
  const said = relaysProseFor(words.language);
  if (isThis) {
    return (
      <>
        {said.does[what]} <span class="quiet">({said.thisOne})</span>
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
        {said.does[what]} <span class="quiet">({said.gone})</span>
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
      {said.does[what]}
    </button>
  );
}
