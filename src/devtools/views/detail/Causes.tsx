import type { Diagnosis } from '../../../diagnosis/diagnose';
import { causeText, evidenceText, leadingCause } from '../../../prose/cause';
import type { ExchangeFacts } from '../../../protocol/facts';
import type { Row } from '../../store/store';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

interface CausesProps {
  causes: readonly Diagnosis[];
  /** The request that they are about. */
  facts: ExchangeFacts;
  words: Words;
  rowOf(id: string): Row | null;
  onSelect(id: string): void;
}

/** Draws the causes of a failure: what to do, who does it, and the evidence, with links to other requests. */
export function Causes({ causes, facts, words, rowOf, onSelect }: CausesProps) {
  if (causes.length === 0) return null;
  const { causeWords } = words.prose;
  const leading = leadingCause(causes);
  return (
    <section class="causes">
      <h3>{causes.length > 1 ? causeWords.several : causeWords.title}</h3>
      <ul>
        {causes.map((cause) => {
          const { title, sentence, remedy } = causeText(facts, cause, words.language);
          return (
            <li key={cause.code} class="cause">
              <h4>
                {title} <span class="mark">{causeWords.confidences[cause.confidence]}</span>
              </h4>
              {cause !== leading && (
                <p class="sentence">
                  <Visible text={sentence} />
                </p>
              )}
              <p class="remedy">
                <b>{causeWords.labelled(causeWords.actor, causeWords.actors[cause.actor])}</b>{' '}
                <Visible text={remedy} />
              </p>
              <ul class="evidence" aria-label={causeWords.evidenceTitle}>
                {cause.evidence.map((line) => {
                  const row = line.exchange === facts.id ? null : rowOf(line.exchange);
                  const text = evidenceText(line, words.language);
                  const hop = row?.entry.facts.hops[line.hop];
                  return (
                    <li key={`${line.exchange} ${text}`}>
                      <code>
                        <Visible text={text} />
                      </code>
                      {row && hop && (
                        <button type="button" class="link" onClick={() => onSelect(row.id)}>
                          <Visible text={`${hop.method} ${hop.url}`} />
                        </button>
                      )}
                    </li>
                  );
                })}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
