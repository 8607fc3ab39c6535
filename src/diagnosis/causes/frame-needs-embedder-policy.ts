import type { Cause } from '../cause';
import { headerLine } from '../evidence';

/** The page has an embedder policy, so the document of a frame needs one of its own. */
export const frameNeedsEmbedderPolicy: Cause = {
  actor: 'api',
  match({ finding, answer }) {
    if (finding?.code !== 'coep-frame' || !answer) return null;
    return {
      confidence: 'certain',
      evidence: [
        headerLine(answer, 'Cross-Origin-Embedder-Policy'),
        headerLine(answer, 'Cross-Origin-Resource-Policy'),
      ],
    };
  },
};
