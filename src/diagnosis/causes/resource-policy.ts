import type { Cause } from '../cause';
import { headerLine, isOk } from '../evidence';

/** A default of a framework or CDN forbids other sites to embed the resource. */
export const resourcePolicy: Cause = {
  actor: 'api',
  match({ finding, answer }) {
    if (!answer || !isOk(answer.status) || !/^corp-same-(origin|site)$/.test(finding?.code ?? ''))
      return null;
    return { confidence: 'certain', evidence: [headerLine(answer, 'Cross-Origin-Resource-Policy')] };
  },
};
