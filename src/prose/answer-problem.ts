import { type AskedQuestion, nameOfAnswer } from '../diagnosis/answers';
import { firstAnswer, type HttpTranscript } from '../diagnosis/transcript';
import type { QuestionWords } from './question-prose';

/** Returns why pasted text does not answer a question; null if it does. `transcript` is null if it is no HTTP. */
export function answerProblem(
  transcript: HttpTranscript | null,
  question: Pick<AskedQuestion, 'code' | 'compared' | 'curl'>,
  words: QuestionWords,
): string | null {
  if (!transcript) return words.notHttp;
  const { method, curlError } = transcript;
  const asked = question.curl?.method ?? '';
  const isSame = method === asked || (method === 'HEAD' && asked === 'GET');
  if (method !== null && !isSame) return words.otherMethod(method, asked);
  if (nameOfAnswer(question, transcript) !== null) return null;
  const answer = firstAnswer(transcript);
  return words.decidesNothing(answer ? `HTTP ${answer.status}` : words.curlError(curlError ?? 0));
}
