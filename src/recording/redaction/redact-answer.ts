import type { PastedAnswer } from '../../diagnosis/answers';
import { redactHeaders } from './redact-exchange';
import type { RedactionRules } from './rules';

/** Returns a pasted answer without secrets. Of its request only the method is kept. */
export function redactAnswer(answer: PastedAnswer, rules: RedactionRules): PastedAnswer {
  const { request, responses, curlError } = answer.transcript;
  return {
    exchange: answer.exchange,
    question: answer.question,
    transcript: {
      request: request && { method: rules.method(request.method), target: '' },
      responses: responses.map(({ version, status, headers, isTunnel }) => ({
        version,
        status,
        headers: redactHeaders(headers, rules),
        isTunnel,
      })),
      curlError,
    },
  };
}
