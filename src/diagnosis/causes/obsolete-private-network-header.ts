import type { Cause } from '../cause';
import { headerLine, headerLines } from '../evidence';

/** The server sends Access-Control-Allow-Private-Network, which no browser asks for any more. */
export const obsoletePrivateNetworkHeader: Cause = {
  actor: 'api',
  match({ finding, answer }) {
    if (!finding || !answer) return null;
    const lines = headerLines(answer, ['Access-Control-Allow-Private-Network']);
    if (lines.length === 0) return null;
    const isAboutHeaders = finding.code === 'preflight-header-not-allowed';
    return {
      confidence: 'certain',
      evidence: [...lines, ...(isAboutHeaders ? [headerLine(answer, 'Access-Control-Allow-Headers')] : [])],
    };
  },
};
