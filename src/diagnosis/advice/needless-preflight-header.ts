import { isCorsSafelistedMethod } from '../../engine';
import type { Advice } from '../advice';
import { perServerOf } from '../per-server';
import { countAndTime, type Preflight } from '../preflights';

/** Headers that requests can do without: habits of libraries, and those that only belong in responses. */
const needless = /^(x-requested-with|cache-control|pragma|expires|access-control-allow-[\w-]+)$/;

/** A request needs a preflight only because of headers that it does not need. */
export const needlessPreflightHeader: Advice = {
  kind: 'cost',
  severity: 'low',
  certainty: 'certain',
  find: ({ preflights }) =>
    perServerOf(preflights.filter(isNeedless)).map(([server, found]) => {
      const names = [...new Set(found.flatMap((preflight) => preflight.names))];
      return {
        exchanges: found.map(({ facts }) => facts.id),
        evidence: names.map((name) => `Access-Control-Request-Headers: ${name}`),
        values: { server, ...countAndTime(found), names: names.join(', ') },
      };
    }),
};

function isNeedless({ method, names }: Preflight): boolean {
  const hasNoBody = method === 'GET' || method === 'HEAD';
  return (
    isCorsSafelistedMethod(method) &&
    names.length > 0 &&
    names.every((name) => needless.test(name) || (hasNoBody && name === 'content-type'))
  );
}
