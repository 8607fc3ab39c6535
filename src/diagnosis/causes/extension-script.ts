import type { Cause } from '../cause';

/** A content script of an extension makes the request, with the origin of the page. */
export const extensionScript: Cause = {
  actor: 'browser-extension',
  match({ finding, subject }) {
    const [frame] = subject.facts.page?.call?.call.callSite?.stack ?? [];
    if (!finding || !frame || !/\b(chrome|moz)-extension:\/\//.test(frame)) return null;
    return {
      confidence: 'certain',
      evidence: [{ exchange: subject.facts.id, hop: 0, kind: 'error', error: frame }],
    };
  },
};
