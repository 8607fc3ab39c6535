import { useId, useState } from 'preact/hooks';
import type { AskedQuestion } from '../../../diagnosis/answers';
import {
  firstAnswer,
  type HttpTranscript,
  maxTranscriptText,
  readTranscript,
} from '../../../diagnosis/transcript';
import { answerProblem } from '../../../prose/answer-problem';
import type { QuestionWords } from '../../../prose/question-prose';
import '../ui/pasted-text.css';

interface AnswerFieldProps {
  question: AskedQuestion;
  words: QuestionWords;
  /** The text is an answer that decides. */
  onAnswer(transcript: HttpTranscript, button: HTMLElement): void;
}

/** Draws the field for what a command printed. A text that decides nothing stays there, with the reason. */
export function AnswerField({ question, words, onAnswer }: AnswerFieldProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const read = (button: HTMLElement) => {
    const transcript = readTranscript(text);
    const found = answerProblem(transcript, question, words);
    setProblem(found);
    if (transcript && found === null) onAnswer(decisivePart(transcript), button);
  };
  return (
    <div class="answer-field">
      <p class="quiet">{words.sends}</p>
      <label for={id}>{words.field}</label>
      <textarea
        class="pasted-text"
        id={id}
        rows={3}
        spellcheck={false}
        maxLength={maxTranscriptText}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onKeyDown={(event) => {
          // Escape closes the detail, which would lose the text.
          if (event.key === 'Escape' && text !== '') event.stopPropagation();
        }}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
      />
      {problem !== null && (
        <p id={`${id}-problem`} class="problem" role="alert">
          {problem}
        </p>
      )}
      <button
        type="button"
        class="button"
        disabled={text.trim() === ''}
        onClick={(event) => read(event.currentTarget)}
      >
        {words.read}
      </button>
    </div>
  );
}

/** What is kept of a text: the response that counts. */
function decisivePart(transcript: HttpTranscript): HttpTranscript {
  const answer = firstAnswer(transcript);
  return { ...transcript, responses: answer ? [answer] : [] };
}
