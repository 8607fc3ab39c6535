import type { PageHint } from '../../../src/protocol/page-hints';
import { elementCall, ended, pageCall, violation } from '../../support/page-hints';
import { startMs } from './situations';

const frame = { frameId: 0, documentId: 'd1', origin: 'https://shop.example' };
const app = 'https://shop.example/assets/app-4f1d2c.js';
const callSite = {
  stack: [
    `at loadSession (${app}:212:18)`,
    `at async Checkout.open (${app}:1044:5)`,
    `at async HTMLButtonElement.<anonymous> (https://shop.example/checkout:88:11)`,
  ],
};

/** Hints of the page about some situations, and about calls that became no request. */
export const pageHints: readonly PageHint[] = [
  pageCall({
    ...{ id: 'c1', atMs: startMs + 318, api: 'xhr', url: 'https://shop.example:8443/session' },
    ...{ credentialsMode: 'include', headerNames: ['x-session'], callSite },
  }),
  ended('c1', 'error', startMs + 400),
  elementCall('img', {
    ...{ id: 'c2', atMs: startMs + 330 },
    url: 'https://img.cdn.example/catalogue/2025/autumn/boots/large/dark-brown-leather-1200x1200.avif?dpr=2&q=80',
  }),
  ended('c2', 'load', startMs + 330),
  ...['c3', 'c4'].map((id, index) =>
    pageCall({
      ...{ id, atMs: startMs + 150 + index, url: 'https://api.shop.example/v1/orders', callSite },
      credentialsMode: index === 0 ? 'include' : 'same-origin',
    }),
  ),
  pageCall({
    ...{ id: 'c5', atMs: startMs + 1_400, url: 'https://tracker.example/pixel?from=checkout' },
    callSite: { stack: [`track@${app}:17:9`] },
  }),
  violation({ atMs: startMs + 1_401, blockedUrl: 'https://tracker.example/pixel?from=checkout' }),
  pageCall({
    ...{ id: 'c6', atMs: startMs + 1_450, url: 'https://api.shop.example/v1/profile', mode: 'same-origin' },
    callSite,
  }),
  pageCall({ id: 'c7', atMs: startMs + 1_500, url: 'https://api.shop.example/v1/lost', hasSignal: true }),
  pageCall({
    ...{ id: 'c8', atMs: startMs + 955, url: 'https://api.shop.example/v1/quote', redirectMode: 'manual' },
    callSite,
  }),
].map((hint) => ({ ...hint, frame }));
