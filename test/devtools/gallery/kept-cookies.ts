import type { StoredCookie } from '../../../src/protocol/cookies';

/** The stored cookies of the shop: some set during the recording, and an earlier one. */
export const storedCookies: readonly StoredCookie[] = [
  {
    name: 'sid',
    value: 'b8c1',
    domain: 'shop.example',
    isHostOnly: false,
    path: '/',
    isSecure: true,
    sameSite: 'lax',
  },
  {
    name: 'consent',
    value: 'yes',
    domain: 'pay.example',
    isHostOnly: true,
    path: '/',
    isSecure: true,
    sameSite: 'strict',
  },
].map((cookie) => ({ isPartitioned: false, expiresAtMs: null, partition: null, ...cookie }) as StoredCookie);
