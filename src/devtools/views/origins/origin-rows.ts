import type { Pair } from '../../../channels/pair-rules';
import type { SerializedOrigin } from '../../../engine';
import type { Contact } from '../../../recording/requests/origins';

/** One line of the table: an origin, what holds between it and the page's, and what was seen of it. */
export interface OriginRow extends Contact {
  readonly pair: Pair;
  /** Other origins whose server has one of the same addresses. */
  readonly sameAddress: readonly SerializedOrigin[];
}

const nothing: Contact['counts'] = { read: 0, embed: 0, write: 0, blocked: 0 };

/** The rows of the table: the origin that is looked from, then the others in order of first contact. */
export function originRows(
  contacts: readonly Contact[],
  from: SerializedOrigin,
  pairWith: (other: SerializedOrigin) => Pair,
): readonly OriginRow[] {
  const own = contacts.find(({ origin }) => origin === from);
  const first: readonly Contact[] = own
    ? [own]
    : from === 'null'
      ? []
      : [{ origin: from, addresses: [], counts: nothing }];
  const all = [...first, ...contacts.filter((contact) => contact !== own)];
  const byAddress = new Map<string, SerializedOrigin[]>();
  for (const { origin, addresses } of all) {
    for (const address of addresses) {
      const known = byAddress.get(address);
      if (known) known.push(origin);
      else byAddress.set(address, [origin]);
    }
  }
  return all.map((contact) => ({
    ...contact,
    pair: pairWith(contact.origin),
    sameAddress: [...new Set(contact.addresses.flatMap((address) => byAddress.get(address) ?? []))].filter(
      (origin) => origin !== contact.origin,
    ),
  }));
}
