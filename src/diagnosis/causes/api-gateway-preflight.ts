import type { Cause } from '../cause';
import { headerLines, maskedAnswer, statusLine } from '../evidence';

/** An authorizer of Amazon's API Gateway applies to OPTIONS too, or no OPTIONS method is deployed. */
export const apiGatewayPreflight: Cause = {
  actor: 'platform',
  covers: ['preflight-authentication', 'no-options-route', 'options-handler-fails'],
  match(context) {
    const answer = context.isPreflight ? maskedAnswer(context) : null;
    if (!answer || answer.status < 400) return null;
    const lines = headerLines(answer, ['x-amzn-ErrorType', 'x-amz-apigw-id', 'apigw-requestid']);
    return lines.length > 0 ? { confidence: 'certain', evidence: [statusLine(answer), ...lines] } : null;
  },
};
