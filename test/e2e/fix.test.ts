import { expect, test } from 'vitest';
import { until } from '../../src/cli/browsers/until';
import { describeInBrowsers } from '../browsers/describe-in-browsers';
import { openBesidePlayground } from './panel-beside';

describeInBrowsers('a fix', openBesidePlayground, ({ playground, watched }) => {
  const textOf = (selector: string) =>
    watched.inPanel<string>(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`);
  const press = async (selector: string) => {
    await expect.poll(() => textOf(selector)).not.toBe('');
    await watched.inPanel(`(document.querySelector(${JSON.stringify(selector)}).click(), 1)`);
  };
  /** Opens the page, and resolves with what it got. */
  const open = async () => {
    await watched.goto(`${playground.origins.page}/bucket?lang=en`);
    await until('the page to get something', () =>
      watched.evaluate<boolean>('!!globalThis.scenario?.done').catch(() => false),
    );
    await watched.inPanel('corscope.idle()');
    return watched.evaluate<string>(`document.querySelector('#bucket-result').textContent`);
  };
  const row = `[...document.querySelectorAll('.table-row')].find(({ innerText }) =>
    innerText.includes('PUT') && innerText.includes('/bucket/report.json'))`;

  test('is copied, applied to the server without a change, and lets the request pass', async () => {
    expect(await open()).toBe('The page got TypeError');
    await expect.poll(() => watched.inPanel(`(${row})?.innerText ?? ''`)).toContain('blocked');
    await watched.inPanel(`((${row}).click(), 1)`);
    // The server names itself, so the configuration is written for it at once.
    await expect.poll(() => textOf('.fix-choices')).toContain('guessed from Server: AmazonS3');
    // Without a user's click, a browser refuses the clipboard, so the text is taken on its way there.
    await watched.inPanel(
      '(navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }, 1)',
    );
    await press('.fix-part button');
    await expect.poll(() => watched.inPanel('window.copied ?? null')).not.toBeNull();
    const written = await watched.inPanel<string>('window.copied');
    expect(written).toBe(await textOf('.fix-part pre'));
    expect(JSON.parse(written)).toEqual([
      {
        AllowedOrigins: [playground.origins.page],
        AllowedMethods: ['GET', 'HEAD', 'PUT'],
        AllowedHeaders: ['content-type', 'x-team'],
        ExposeHeaders: [],
        MaxAgeSeconds: 7200,
      },
    ]);

    await watched.evaluate(`(() => {
      document.querySelector('#bucket-rules').value = ${JSON.stringify(written)};
      document.querySelector('#bucket-form').requestSubmit();
    })()`);
    await expect
      .poll(() => watched.evaluate(`document.querySelector('#bucket-said').textContent`))
      .toBe('Applied. Reload the page.');
    expect(await open()).toBe('The page got the response, status 200');
    await expect.poll(() => watched.inPanel(`(${row})?.innerText ?? ''`)).toContain('now allowed');
  });

  test('for a server is in the Origins view too', async () => {
    await watched.goto(`${playground.origins.page}/run/cause-error-without-cors`);
    await until('the scenario to end', () =>
      watched.evaluate<boolean>('!!globalThis.scenario?.done').catch(() => false),
    );
    await watched.inPanel('corscope.idle()');
    await watched.inPanel(`(document.querySelectorAll('[role=tab]')[1].click(), 1)`);
    await press(`tr[data-origin="${playground.origins.api}"] .origin-name`);
    await expect.poll(() => textOf('.origin-aside .fix-intro')).toContain('smallest CORS policy');
    await watched.inPanel(`(document.querySelectorAll('[role=tab]')[0].click(), 1)`);
  });
});
