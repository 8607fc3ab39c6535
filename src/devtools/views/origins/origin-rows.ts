import type { Pair } from '../../../channels/pair-rules';
import type { SerializedOrigin } from '../../../engine';
import type { Contact } from '../../../recording/requests/origins';

/** One row of the table: an origin, its pair with the compared origin, and its recorded data. */
export interface OriginRow extends Contact {
  readonly pair: Pair;
  /** Other origins that share a server address. */
  readonly sameAddress: readonly SerializedOrigin[];
}

const nothing: Contact['counts'] = { read: 0, embed: 0, write: 0, blocked: 0 };

/** Returns the rows of the table: `from` first, then the others in order of first contact. */
export function originRows(
  contacts: readonly Contact[],
  from: SerializedOrigin,
  pairWith: (other: SerializedOrigin) => Pair,
): readonly OriginRow[] {
  const fromContact = contacts.find(({ origin }) => origin === from);
  const first: readonly Contact[] = fromContact
    ? [fromContact]
    : from === 'null'
      ? []
      : [{ origin: from, addresses: [], counts: nothing }];
  const ordered = [...first, ...contacts.filter((contact) => contact !== fromContact)];
  const byAddress = new Map<string, SerializedOrigin[]>();
  for (const { origin, addresses } of ordered) {
    for (const address of addresses) {
      const known = byAddress.get(address);
      if (known) known.push(origin);
      else byAddress.set(address, [origin]);
    }
  }
  return ordered.map((contact) => ({
    ...contact,
    pair: pairWith(contact.origin),
    sameAddress: [...new Set(contact.addresses.flatMap((address) => byAddress.get(address) ?? []))].filter(
      (origin) => origin !== contact.origin,
    ),
  }));
}
