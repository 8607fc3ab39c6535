import type { AskedQuestion, PastedAnswer } from '../../../diagnosis/answers';
import { questionText } from '../../../prose/question';
import { questionProse } from '../../../prose/questions';
import type { ExchangeFacts } from '../../../protocol/facts';
import { curl } from '../../../report/curl';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { AnswerField } from './AnswerField';
import './question.css';

/** What can be done with questions. */
export interface Answering {
  onCopy(text: string, what: string): void;
  put(answer: PastedAnswer): void;
  remove(answer: Pick<PastedAnswer, 'exchange' | 'question'>): void;
}

interface QuestionsProps {
  questions: readonly AskedQuestion[];
  /** The request that they are about. */
  facts: ExchangeFacts;
  words: Words;
  answering: Answering;
}

/** Moves the focus to what replaces a button, which goes with what it did. */
function focusAfterwards(button: HTMLElement, selector: string): void {
  const question = button.closest('.question');
  requestAnimationFrame(() => question?.querySelector<HTMLElement>(selector)?.focus());
}

/** Draws what would tell causes apart: something to look at, or a command to run and a field for what it printed. */
export function Questions({ questions, facts, words, answering }: QuestionsProps) {
  const { questionWords } = questionProse.in(words.language);
  return questions.map((question) => {
    const { code } = question;
    const text = questionText(facts, question, words.language);
    const request = question.curl;
    const command = request && curl(request.method, request.url, request.headers, request.options);
    return (
      <div key={code} class="question">
        <h4>{text.title}</h4>
        <p>
          <Visible text={text.ask} />
        </p>
        {command !== null && (
          <>
            <pre class="code-block">
              <code>{command}</code>
            </pre>
            <p class="question-run">
              <button
                type="button"
                class="button"
                onClick={() => answering.onCopy(command, questionWords.commandName)}
              >
                {questionWords.copy}
              </button>
              {text.replace !== null && <span>{text.replace}</span>}
            </p>
            <div role="status">
              {text.answer && (
                <div class="answer">
                  <p>
                    <b>{words.prose.causeWords.labelled(questionWords.answered, '')}</b>
                    {text.answer.said.map((line) => (
                      <code key={line}>
                        <Visible text={line} />
                      </code>
                    ))}
                  </p>
                  <p>{text.answer.meaning}</p>
                </div>
              )}
            </div>
            {text.answer ? (
              <button
                type="button"
                class="button"
                onClick={(event) => {
                  focusAfterwards(event.currentTarget, 'textarea');
                  answering.remove({ exchange: facts.id, question: code });
                }}
              >
                {questionWords.remove}
              </button>
            ) : (
              <AnswerField
                question={question}
                words={questionWords}
                onAnswer={(transcript, button) => {
                  focusAfterwards(button, ':scope > button');
                  answering.put({ exchange: facts.id, question: code, transcript });
                }}
              />
            )}
          </>
        )}
      </div>
    );
  });
}
