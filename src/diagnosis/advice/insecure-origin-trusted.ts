import { isLoopbackUrl } from '../../engine';
import type { Advice } from '../advice';
import { isEchoWithCredentials, perServer } from '../echoes';

/** An https server allows an http origin with credentials: the network can change that origin's pages. */
export const insecureOriginTrusted: Advice = {
  kind: 'security',
  severity: 'medium',
  certainty: 'certain',
  find: ({ crossings }) =>
    perServer(
      crossings,
      (crossing) =>
        crossing.server.startsWith('https:') &&
        crossing.origin.startsWith('http:') &&
        !isLoopbackUrl(crossing.origin) &&
        isEchoWithCredentials(crossing),
    ),
};
