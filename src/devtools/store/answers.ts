import { type ReadonlySignal, signal } from '@preact/signals';
import type { PastedAnswer } from '../../diagnosis/answers';

/** What was pasted as answers to questions about requests. */
export interface Answers {
  /** The last one last. */
  readonly answers: ReadonlySignal<readonly PastedAnswer[]>;
  /** Keeps an answer instead of an earlier one to the same question. */
  putAnswer(answer: PastedAnswer): void;
  removeAnswer(answer: Pick<PastedAnswer, 'exchange' | 'question'>): void;
}

const maxAnswers = 200;

/** Opens an empty list of answers, and what empties it. */
export function openAnswers(): { readonly kept: Answers; clear(): void } {
  const answers = signal<readonly PastedAnswer[]>([]);
  const without = ({ exchange, question }: Pick<PastedAnswer, 'exchange' | 'question'>) =>
    answers.value.filter((other) => other.exchange !== exchange || other.question !== question);
  return {
    kept: {
      answers,
      putAnswer(answer) {
        answers.value = [...without(answer), answer].slice(-maxAnswers);
      },
      removeAnswer(answer) {
        answers.value = without(answer);
      },
    },
    clear() {
      answers.value = [];
    },
  };
}
