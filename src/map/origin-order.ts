import type { SerializedOrigin } from '../engine';

/**
 * Returns an order of origins that stays the same when others join: one origin comes first, the others are
 * ordered by reversed host, so that the hosts of a site are adjacent.
 */
export function originOrder(
  first: SerializedOrigin | null,
): (a: SerializedOrigin, b: SerializedOrigin) => number {
  const keys = new Map<SerializedOrigin, string>();
  const keyOf = (origin: SerializedOrigin) => {
    const key = keys.get(origin) ?? (origin === first ? '' : sortKey(origin));
    keys.set(origin, key);
    return key;
  };
  return (a, b) => {
    const [firstKey, secondKey] = [keyOf(a), keyOf(b)];
    return firstKey < secondKey ? -1 : firstKey > secondKey ? 1 : 0;
  };
}

function sortKey(origin: SerializedOrigin): string {
  const [, scheme = '', host = origin, port = ''] = /^(.*?):\/\/(.*?)(:\d+)?$/s.exec(origin) ?? [];
  const isAddress = /^[\d.]+$|^\[/.test(host);
  return `1${isAddress ? host : host.split('.').reverse().join('.')} ${port} ${scheme}`;
}
