import type { Cause } from '../cause';
import { headerLines, maskedAnswer, statusLine } from '../evidence';

const names = ['x-amzn-ErrorType', 'x-amzn-RequestId', 'x-amz-apigw-id', 'apigw-requestid'];

/** Amazon's API Gateway answers an error itself, without the CORS headers of the integration. */
export const apiGatewayError: Cause = {
  actor: 'platform',
  covers: ['error-without-cors', 'gateway-error', 'preflight-authentication', 'rate-limit', 'body-too-large'],
  match(context) {
    const answer = context.isPreflight ? null : maskedAnswer(context);
    if (!answer || answer.status < 400) return null;
    const lines = headerLines(answer, names);
    if (lines.length === 0) return null;
    return { confidence: lines.length > 1 ? 'certain' : 'likely', evidence: [statusLine(answer), ...lines] };
  },
};
