import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installServers } from '../../causes/servers/install';
import { isLong } from '../../support/is-long';
import { expectedProofOf, type LiveId, type LivePages, liveApps, openLivePages } from './prove';
import { expectedOf, type LiveProxyId, pageServers, proveProxy } from './proxied';

/** What `npm test` runs: Node.js, one framework, one server and one language beside it. */
const short: readonly LiveId[] = ['node', 'express', 'nginx', 'flask'];
const ids = isLong ? (Object.keys(liveApps) as LiveId[]) : short;

describe('a written policy, applied to the real server without a change', () => {
  let pages: LivePages;
  beforeAll(async () => {
    if (isLong) installServers();
    pages = await openLivePages();
  });
  afterAll(() => pages.close());

  test.each(ids)('of %s lets the pages read what it allows, and no other page anything', async (id) => {
    expect(await pages.prove(id)).toEqual(expectedProofOf(id));
  });
});

/** What `npm test` runs: the servers that it installs. */
const shortProxies: readonly LiveProxyId[] = ['node', 'vite', 'nginx'];
const proxyIds = isLong ? (Object.keys(pageServers) as LiveProxyId[]) : shortProxies;

test.each(proxyIds)('a written proxy of %s lets its page read what CORS blocks', async (id) => {
  expect(await proveProxy(id)).toEqual(expectedOf(id));
});
