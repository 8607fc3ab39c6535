import type { PastedAnswer } from '../../diagnosis/answers';
import { redactHeaders } from './redact-exchange';
import type { RedactionRules } from './rules';

/** Returns a pasted answer without secrets. */
export function redactAnswer(answer: PastedAnswer, rules: RedactionRules): PastedAnswer {
  const { method, responses, curlError } = answer.transcript;
  return {
    exchange: answer.exchange,
    question: answer.question,
    transcript: {
      method: method === null ? null : rules.method(method),
      responses: responses.map(({ status, headers, isTunnel }) => ({
        status,
        headers: redactHeaders(headers, rules),
        isTunnel,
      })),
      curlError,
    },
  };
}
