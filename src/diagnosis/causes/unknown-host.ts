import { endedBy } from '../ended-by';

/** The name has no address. */
export const unknownHost = endedBy('network', ['network-dns']);
