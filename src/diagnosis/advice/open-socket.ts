import type { Advice } from '../advice';
import { matchOf, originsOf } from '../echoes';

/** A server accepted WebSockets of several origins, or of an opaque one, and rejected none. */
export const openSocket: Advice = {
  kind: 'security',
  severity: 'medium',
  certainty: 'possible',
  find: ({ handshakes }) =>
    [...handshakes].flatMap(([server, all]) => {
      const accepted = all.filter(({ status }) => status === 101);
      const isRejected = all.some(({ status }) => status === 401 || status === 403);
      const origins = originsOf(accepted);
      if (isRejected || (origins.length < 2 && !origins.includes('null'))) return [];
      return [
        matchOf(server, accepted, ({ origin, sendsCookies }) => [
          `Origin: ${origin}`,
          ...(sendsCookies ? ['Cookie: …'] : []),
        ]),
      ];
    }),
};
