import type { Advice } from '../advice';
import { perServer } from '../echoes';

/** A server allows the origin `null` with credentials: every site can make a frame with that origin. */
export const nullOriginWithCredentials: Advice = {
  kind: 'security',
  severity: 'high',
  certainty: 'certain',
  find: ({ crossings }) =>
    perServer(crossings, ({ allows, allowsCredentials }) => allows === 'null' && allowsCredentials),
};
