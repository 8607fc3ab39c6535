import type { Advice } from '../advice';
import { perServer } from '../echoes';

/** A server allows the origin `null` without credentials, which is as open as `*`. */
export const nullOriginAllowed: Advice = {
  kind: 'security',
  severity: 'low',
  certainty: 'certain',
  find: ({ crossings }) =>
    perServer(crossings, ({ allows, allowsCredentials }) => allows === 'null' && !allowsCredentials),
};
