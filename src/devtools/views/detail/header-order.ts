import type { Header, HeaderList } from '../../../engine';

const byOriginRules =
  /^(access-control-.+|origin|vary|timing-allow-origin|cross-origin-.+|sec-fetch-.+|x-content-type-options)$/i;

/** Whether an origin rule, or a cache that serves one, looks at the header of that name. */
function isCorsHeader([name]: Header): boolean {
  return byOriginRules.test(name);
}

/** The headers that origin rules look at, and the others; each in the order sent, repeats kept. */
export function headersInOrder(list: HeaderList): { readonly cors: HeaderList; readonly others: HeaderList } {
  return { cors: list.filter(isCorsHeader), others: list.filter((header) => !isCorsHeader(header)) };
}
