import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installServers } from '../../causes/servers/install';
import { isLong } from '../../support/is-long';
import { expectedProof, type LiveId, type LivePages, liveApps, openLivePages } from './prove';

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
    expect(await pages.prove(id)).toEqual(expectedProof);
  });
});
