import type { Advice } from '../advice';
import { audited } from '../audited';

/** A listener uses messages of any origin. */
export const listenerWithoutCheck: Advice = {
  kind: 'security',
  severity: 'high',
  certainty: 'certain',
  find: (context) => audited(context, ['no-check', 'anyone-passes', 'unchecked-use']),
};
