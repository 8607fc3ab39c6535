import { endedBy } from '../ended-by';

/** The page lacks the permission for this machine or the local network. */
export const localNetworkPermission = endedBy('front-end', [
  'local-network-denied',
  'local-network-insecure',
  'local-network-mismatch',
]);
