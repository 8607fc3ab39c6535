import { expect, test } from 'vitest';
import type { Report } from '../../src/report/model';
import { describeInBrowsers } from '../browsers/describe-in-browsers';
import { openBesidePlayground } from './panel-beside';

// Whether the extension works at all, in a moment: `npm run test:smoke`.

describeInBrowsers('the extension', openBesidePlayground, ({ playground, watched }) => {
  test('shows what became of requests and messages, and reports it', async () => {
    const endpoint = (query: string) => `${playground.origins.api}/x?${query}`;
    const urls = {
      allowed: endpoint('c=allowed&ok=1'),
      preflighted: endpoint('c=preflighted&ok=1'),
      blocked: endpoint('c=blocked'),
    };
    await watched.goto(`${playground.origins.page}/`);
    await watched.evaluate(`(async () => {
      await fetch('${urls.allowed}');
      await fetch('${urls.preflighted}', { method: 'PUT' });
      await fetch('${urls.blocked}').catch(() => {});
      await new Promise((resolve) => {
        addEventListener('message', resolve);
        postMessage('hello', '*');
      });
    })()`);
    await watched.inPanel('corscope.idle().then(() => true)');

    const { schema, exchanges, pageEvents } = await watched.inPanel<Report>(
      'corscope.report({ redact: false })',
    );
    expect(schema).toBe('corscope/report@1');
    expect(pageEvents).toContainEqual(
      expect.objectContaining({ kind: 'post-message', direction: 'received' }),
    );
    const asked = (wanted: string) =>
      exchanges.find(({ url, preflightFor }) => preflightFor === null && url === wanted);
    expect(asked(urls.allowed)).toMatchObject({ class: 'simple', outcome: 'allowed' });
    expect(asked(urls.preflighted)).toMatchObject({ class: 'preflighted', outcome: 'allowed' });
    expect(asked(urls.blocked)).toMatchObject({
      outcome: 'blocked',
      findings: [{ code: 'allow-origin-missing' }],
    });

    const rowOf = (url: string) =>
      watched.inPanel<string | null>(
        `document.querySelector('.table-row[data-id="' + CSS.escape('${asked(url)?.id}') + '"]')?.className`,
      );
    await expect.poll(() => rowOf(urls.allowed)).toMatch(/ is-simple outcome-allowed/);
    await expect.poll(() => rowOf(urls.preflighted)).toMatch(/ is-preflighted outcome-allowed/);
    await expect.poll(() => rowOf(urls.blocked)).toMatch(/ is-blocked outcome-blocked/);

    await watched.inPanel(`void document.querySelector('#tab-messages').click()`);
    const messages = () =>
      watched.inPanel<string[]>(
        `[...document.querySelectorAll('.messages .table-row[data-id]')].map((row) => row.innerText)`,
      );
    await expect.poll(messages).toContainEqual(expect.stringContaining('received'));
  });

  test('reports the title that the page gives itself late', async () => {
    const title = async () =>
      (await watched.inPanel<Report>('corscope.report({ redact: false })')).page.title;
    for (const later of ['Account', 'Settings']) {
      await watched.evaluate(`void (document.title = '${later}')`);
      await expect.poll(title).toBe(later);
    }
  });
});
