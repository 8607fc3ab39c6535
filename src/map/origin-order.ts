import type { SerializedOrigin } from '../engine';

/**
 * An order of origins that does not change when others join them: one comes first, then by host from its end,
 * so that the hosts of a site stand together.
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
    const [one, other] = [keyOf(a), keyOf(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  };
}

function sortKey(origin: SerializedOrigin): string {
  const [, scheme = '', host = origin, port = ''] = /^(.*?):\/\/(.*?)(:\d+)?$/s.exec(origin) ?? [];
  const isAddress = /^[\d.]+$|^\[/.test(host);
  return `1${isAddress ? host : host.split('.').reverse().join('.')} ${port} ${scheme}`;
}
