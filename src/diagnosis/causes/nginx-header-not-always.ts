import type { Cause } from '../cause';
import { corsLines, header, headerLines, isOk, maskedAnswer, siblingWithCors, statusLine } from '../evidence';

/** nginx's `add_header` applies to these statuses only, without `always`. */
const statuses = new Set([200, 201, 204, 206, 301, 302, 303, 304, 307, 308]);

/** nginx adds the CORS headers without `always`, so that errors have none. */
export const nginxHeaderNotAlways: Cause = {
  actor: 'proxy',
  covers: ['error-without-cors', 'gateway-error'],
  match(context) {
    const answer = maskedAnswer(context);
    if (!answer || statuses.has(answer.status) || !isNginx(header(answer, 'Server'))) return null;
    const sibling = siblingWithCors(
      context,
      (other) => isOk(other.status) && isNginx(header(other, 'Server')),
    );
    if (!sibling) return null;
    return {
      confidence: 'likely',
      evidence: [statusLine(answer), ...headerLines(answer, ['Server']), ...corsLines(sibling)],
    };
  },
};

function isNginx(server: string | null): boolean {
  return server !== null && /^(nginx|openresty)\b/i.test(server);
}
