import { endedBy } from '../ended-by';

/** Nothing listens at that address and port. */
export const serverNotRunning = endedBy('network', ['network-refused']);
