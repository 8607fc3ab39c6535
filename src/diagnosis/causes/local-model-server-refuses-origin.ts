import { parseUrl } from '../../engine';
import type { Cause } from '../cause';
import { headerLine, maskedAnswer, statusLine } from '../evidence';
import { isLocalHost } from '../local-host';

/** The ports on which servers of language models listen by default. */
const ports = /^(11434|1234|1337|4891)$/;
const path =
  /^\/(api\/(chat|generate|tags|embed|embeddings|ps|show)|v1\/(chat\/completions|completions|models|embeddings|responses))$/;

/** A server of language models on this machine or network does not allow the page's origin. */
export const localModelServerRefusesOrigin: Cause = {
  actor: 'api',
  covers: ['preflight-authentication', 'no-options-route', 'route-without-cors', 'error-without-cors'],
  match(context) {
    const answer = maskedAnswer(context);
    const url = answer && parseUrl(answer.request.url);
    if (!answer || !url || !isLocalHost(url.hostname) || !path.test(url.pathname)) return null;
    return {
      confidence: ports.test(url.port) ? 'certain' : 'likely',
      evidence: [statusLine(answer), headerLine(answer, 'Access-Control-Allow-Origin')],
    };
  },
};
