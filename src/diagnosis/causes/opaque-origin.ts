import { getHeader } from '../../engine';
import type { Cause } from '../cause';

/** The document has an opaque origin, because it is sandboxed, or comes from a file or a data: URL. */
export const opaqueOrigin: Cause = {
  actor: 'front-end',
  covers: ['other-port', 'route-without-cors'],
  match({ finding, subject, isPreflight }) {
    const { facts } = subject;
    const hop = finding?.hop ?? 0;
    const headers = facts.hops[hop]?.requestHeaders;
    const sent = headers ? getHeader(headers, 'Origin') : null;
    const isAboutOrigin = /allow-origin-(missing|mismatch)$/.test(finding?.code ?? '');
    if (!isAboutOrigin || facts.origin !== 'null' || (!isPreflight && sent !== null && sent !== 'null'))
      return null;
    return {
      confidence: 'certain',
      evidence: [{ exchange: facts.id, hop, kind: 'header', on: 'request', name: 'Origin', value: 'null' }],
    };
  },
};
