import type { Cause } from '../cause';
import { corsLines, headerLine, maskedAnswer, pathOf, siblingWithCors, statusLine } from '../evidence';

const path = /^\/\.well-known\/(oauth-|openid-configuration)/;

/** The routes that say how to sign in are outside of the server's CORS layer. */
export const oauthMetadataWithoutCors: Cause = {
  actor: 'api',
  covers: ['route-without-cors', 'error-without-cors', 'no-options-route'],
  match(context) {
    const answer = maskedAnswer(context);
    if (!answer || !path.test(pathOf(answer.request.url))) return null;
    const sibling = siblingWithCors(context, ({ request }) => !path.test(pathOf(request.url)));
    return {
      confidence: sibling ? 'likely' : 'possible',
      evidence: [
        statusLine(answer),
        headerLine(answer, 'Access-Control-Allow-Origin'),
        ...corsLines(sibling),
      ],
    };
  },
};
