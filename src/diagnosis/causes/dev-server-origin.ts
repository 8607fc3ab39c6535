import type { Cause } from '../cause';
import { maskedAnswer, pathOf, statusLine } from '../evidence';

const path =
  /^\/(@vite\/|@id\/|@fs\/|@react-refresh|node_modules\/\.vite\/|_next\/|__nuxt\/|sockjs-node\/|webpack-dev-server|__webpack_hmr)/;

/** A development server answers pages of its own list of origins only. */
export const devServerOrigin: Cause = {
  actor: 'front-end',
  covers: ['route-without-cors', 'error-without-cors'],
  match(context) {
    const answer = maskedAnswer(context);
    if (!answer || !path.test(pathOf(answer.request.url))) return null;
    return { confidence: 'likely', evidence: [statusLine(answer)] };
  },
};
