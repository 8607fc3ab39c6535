import { getHeader } from '../../engine';
import type { Cause } from '../cause';

/** The response of the document itself sandboxes it, by its Content-Security-Policy. */
export const cspSandbox: Cause = {
  actor: 'page-policy',
  covers: ['opaque-origin', 'route-without-cors'],
  match({ finding, subject, document }) {
    if (subject.facts.origin !== 'null' || !/allow-origin-(missing|mismatch)$/.test(finding?.code ?? ''))
      return null;
    const hop = document ? document.hops.length - 1 : 0;
    const policy = getHeader(document?.hops[hop]?.response?.headerList ?? [], 'Content-Security-Policy');
    const directive = policy?.split(/[;,]/).find((part) => /^\s*sandbox\b/i.test(part));
    if (!document || policy == null || !directive || /allow-same-origin/i.test(directive)) return null;
    const line = { kind: 'header', on: 'response', name: 'Content-Security-Policy', value: policy } as const;
    return { confidence: 'certain', evidence: [{ exchange: document.id, hop, ...line }] };
  },
};
