import { isCorsSafelistedMethod } from '../../engine';
import type { Advice } from '../advice';
import { perServerOf } from '../per-server';
import { countAndTime, type Preflight } from '../preflights';
import { sdkOf } from '../sdk-headers';

/** A request needs a preflight only because a monitoring script or SDK adds headers to it. */
export const sdkPreflightHeaders: Advice = {
  kind: 'cost',
  severity: 'medium',
  certainty: 'certain',
  find: ({ preflights }) =>
    perServerOf(preflights.filter(isOfSdk)).map(([server, found]) => {
      const names = [...new Set(found.flatMap((preflight) => preflight.names))];
      const sdks = [...new Set(names.flatMap((name) => sdkOf(name) ?? []))];
      return {
        exchanges: found.map(({ facts }) => facts.id),
        evidence: names.map((name) => `Access-Control-Request-Headers: ${name}`),
        values: { server, ...countAndTime(found), names: names.join(', '), sdks: sdks.join(', ') },
      };
    }),
};

function isOfSdk({ method, names }: Preflight): boolean {
  return isCorsSafelistedMethod(method) && names.length > 0 && names.every((name) => sdkOf(name) !== null);
}
