import type { Advice } from '../advice';
import type { Crossing } from '../advice-context';
import { perServer } from '../echoes';

const facts = {
  'set-cookie': { isFound: ({ setsCookies }: Crossing) => setsCookies, line: 'Set-Cookie: …' },
  authorization: {
    isFound: ({ sendsAuthorization }: Crossing) => sendsAuthorization,
    line: 'Authorization: …',
  },
};

/** Every origin may read a response that is made for one user. */
export const wildcardWithSecrets: Advice = {
  kind: 'security',
  severity: 'low',
  certainty: 'certain',
  find: ({ crossings }) =>
    Object.entries(facts).flatMap(([fact, { isFound, line }]) =>
      perServer(
        crossings,
        (crossing) => crossing.allows === '*' && !crossing.isPreflight && isFound(crossing),
        () => ['Access-Control-Allow-Origin: *', line],
      ).map((match) => ({ ...match, values: { ...match.values, fact } })),
    ),
};
