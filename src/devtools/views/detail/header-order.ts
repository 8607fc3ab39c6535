import type { Header, HeaderList } from '../../../engine';

const byOriginRules =
  /^(access-control-.+|activate-storage-access|origin|vary|timing-allow-origin|cross-origin-.+|sec-fetch-.+|x-content-type-options)$/i;

/** Whether an origin rule, or the caching of its result, uses this header. */
function isCorsHeader([name]: Header): boolean {
  return byOriginRules.test(name);
}

/** Splits headers into those that origin rules use and the others. Keeps the order and repeated headers. */
export function headersInOrder(list: HeaderList): { readonly cors: HeaderList; readonly others: HeaderList } {
  return { cors: list.filter(isCorsHeader), others: list.filter((header) => !isCorsHeader(header)) };
}
