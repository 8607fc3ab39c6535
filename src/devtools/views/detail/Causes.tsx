import type { AskedQuestion } from '../../../diagnosis/answers';
import type { CauseEvidence } from '../../../diagnosis/cause';
import type { Diagnosis } from '../../../diagnosis/diagnose';
import { causeText, quotedText } from '../../../prose/cause';
import { questionProse } from '../../../prose/questions';
import { shortUrl } from '../../../prose/short-url';
import type { ExchangeFacts } from '../../../protocol/facts';
import type { Row } from '../../store/store';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { type Answering, Questions } from './Questions';

interface CausesProps {
  causes: readonly Diagnosis[];
  /** The cause that the headline names already. */
  leading: Diagnosis | undefined;
  /** What would tell them apart. */
  questions: readonly AskedQuestion[];
  /** The request that they are about. */
  facts: ExchangeFacts;
  words: Words;
  rowOf(id: string): Row | null;
  answering: Answering;
  onSelect(id: string): void;
}

/**
 * Draws the causes of a failure: what to do, who does it, and the evidence, with links to other requests. Below them,
 * what would tell them apart.
 */
export function Causes({
  causes,
  leading,
  questions,
  facts,
  words,
  answering,
  rowOf,
  onSelect,
}: CausesProps) {
  if (causes.length === 0 && questions.length === 0) return null;
  const { causeWords } = words.prose;
  return (
    <section class="causes">
      {causes.length > 0 && <h3>{causes.length > 1 ? causeWords.several : causeWords.title}</h3>}
      {causes.length > 0 && (
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
                <p class="actor">
                  <b>{causeWords.labelled(causeWords.actor, causeWords.actors[cause.actor])}</b>
                </p>
                <p class="remedy">
                  <Visible text={remedy} />
                </p>
                <Evidence
                  lines={cause.evidence}
                  facts={facts}
                  words={words}
                  rowOf={rowOf}
                  onSelect={onSelect}
                />
              </li>
            );
          })}
        </ul>
      )}
      <Questions questions={questions} facts={facts} words={words} answering={answering} />
    </section>
  );
}

interface EvidenceProps extends Omit<CausesProps, 'causes' | 'leading' | 'questions' | 'answering'> {
  lines: readonly CauseEvidence[];
}

/** Draws the lines of evidence, those of one response together, with a link to another request. */
function Evidence({ lines, facts, words, rowOf, onSelect }: EvidenceProps) {
  const keyOf = ({ exchange, hop, isPasted }: CauseEvidence) => `${exchange} ${hop} ${isPasted ?? ''}`;
  const keys = [...new Set(lines.map(keyOf))];
  return (
    <dl class="cause-evidence" aria-label={words.prose.causeWords.evidenceTitle}>
      {keys.map((key) => {
        const group = lines.filter((line) => keyOf(line) === key);
        const [line] = group;
        const row = line && !line.isPasted ? rowOf(line.exchange) : null;
        const hop = line && row?.entry.facts.hops[line.hop];
        return (
          <div key={key}>
            {row && hop && (
              <dt>
                {row.id === facts.id ? (
                  <Visible text={`${hop.method} ${shortUrl(hop.url)}`} />
                ) : (
                  <button type="button" class="link" onClick={() => onSelect(row.id)}>
                    <Visible text={`${hop.method} ${shortUrl(hop.url)}`} />
                  </button>
                )}
              </dt>
            )}
            {line?.isPasted && <dt>{questionProse.in(words.language).questionWords.answered}</dt>}
            {group.map((each) => {
              const text = quotedText(each, words.language);
              return (
                <dd key={text}>
                  <code>
                    <Visible text={text} />
                  </code>
                </dd>
              );
            })}
          </div>
        );
      })}
    </dl>
  );
}
