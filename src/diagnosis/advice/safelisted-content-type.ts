import { getHeader, isCorsSafelistedMethod, mimeTypeEssence } from '../../engine';
import type { Advice } from '../advice';
import { perServerOf } from '../per-server';
import { countAndTime, type Preflight } from '../preflights';

const fewest = 2;

/** Only the Content-Type of a POST without cookies makes it need a preflight. */
export const safelistedContentType: Advice = {
  kind: 'cost',
  severity: 'low',
  certainty: 'certain',
  find: ({ preflights }) =>
    perServerOf(preflights.filter(isOfContentType)).flatMap(([server, found]) => {
      if (found.length < fewest) return [];
      const types = [...new Set(found.flatMap((preflight) => typeOf(preflight) ?? []))];
      return [
        {
          exchanges: found.map(({ facts }) => facts.id),
          evidence: types.map((type) => `Content-Type: ${type}`),
          values: { server, ...countAndTime(found), type: types.join(', ') },
        },
      ];
    }),
};

function isOfContentType({ method, names, hop }: Preflight): boolean {
  const sent = hop.requestHeaders;
  return (
    method === 'POST' &&
    isCorsSafelistedMethod(method) &&
    names.length === 1 &&
    names[0] === 'content-type' &&
    sent !== null &&
    getHeader(sent, 'Cookie') === null
  );
}

function typeOf({ hop }: Preflight): string | null {
  const type = hop.requestHeaders && getHeader(hop.requestHeaders, 'Content-Type');
  return type && mimeTypeEssence(type);
}
