import type { Cause } from '../cause';
import type { Answer, DiagnosisContext, Judged } from '../context';
import {
  answersOf,
  corsLines,
  header,
  headerLines,
  isNginx,
  isOk,
  maskedAnswer,
  siblingWithCors,
  statusLine,
} from '../evidence';

/** nginx's `add_header` applies to these statuses only, without `always`. */
const statuses = new Set([200, 201, 204, 206, 301, 302, 303, 304, 307, 308]);

/** nginx adds the CORS headers without `always`, so that errors have none. */
export const nginxHeaderNotAlways: Cause = {
  actor: 'proxy',
  match(context) {
    // A preflight needs a successful status, whatever its headers are.
    const answer = context.isPreflight ? null : maskedAnswer(context);
    if (!answer || statuses.has(answer.status) || isGatewayError(answer) || !isNginx(answer)) return null;
    const sibling = siblingWithCors(context, (other) => isOk(other.status) && isNginx(other));
    if (!sibling || hasErrorWithCors(context)) return null;
    return {
      confidence: 'likely',
      evidence: [statusLine(answer), ...headerLines(answer, ['Server']), ...corsLines(sibling)],
    };
  },
};

/** Whether nginx answers for a server that does not. */
function isGatewayError({ status }: Answer): boolean {
  return status >= 502 && status <= 504;
}

/** Whether another error has the header: then the server behind nginx adds it, or `always` is there. */
function hasErrorWithCors({ siblings }: DiagnosisContext): boolean {
  const hasOne = (sibling: Judged) =>
    answersOf(sibling).some(
      (other) =>
        !statuses.has(other.status) &&
        header(other, 'Access-Control-Allow-Origin') !== null &&
        isNginx(other),
    );
  return siblings.some(hasOne);
}
