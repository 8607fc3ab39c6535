import { expect, test } from 'vitest';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import { describeInBrowsers } from '../browsers/describe-in-browsers';
import { openBesidePlayground } from './panel-beside';

describeInBrowsers('what would be', openBesidePlayground, ({ playground, watched }) => {
  /** Runs a scenario and selects the row of its first request. */
  const select = async (id: string) => {
    await watched.goto(`${playground.origins.page}/run/${id}`);
    await until('the scenario to end', () =>
      watched.evaluate<boolean>('!!globalThis.scenario?.done').catch(() => false),
    );
    await watched.inPanel('corscope.idle()');
    const { exchanges } = await watched.inPanel<Pick<Report, 'exchanges'>>(
      'corscope.report({ redact: "readable" }).then(({ exchanges }) => ({ exchanges }))',
    );
    const exchange = exchanges.find(
      ({ hops, preflightFor }) => preflightFor === null && hops[0]?.url.includes(`c=${id}&`),
    );
    const row = `document.querySelector('.table-row[data-id="' + CSS.escape(${JSON.stringify(exchange?.id)}) + '"]')`;
    await expect.poll(() => watched.inPanel(`${row} !== null`)).toBe(true);
    await watched.inPanel(`(${row}.click(), 1)`);
  };
  const textsOf = (selector: string) =>
    watched.inPanel<string[]>(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map(({ innerText }) => innerText)`,
    );
  const press = async (selector: string) => {
    await expect.poll(() => textsOf(selector)).not.toEqual([]);
    await watched.inPanel(`(document.querySelector(${JSON.stringify(selector)}).click(), 1)`);
  };
  const results = '.what-if-result h3';
  const type = (field: string, text: string) =>
    watched.inPanel(`(() => {
      const fields = [...document.querySelectorAll('.what-if-field')];
      const field = fields.find(({ innerText }) => innerText.startsWith(${JSON.stringify(field)}));
      const input = field.querySelector('input, textarea');
      input.value = ${text};
      input.dispatchEvent(new Event('input', { bubbles: true }));
      return 1;
    })()`);
  const close = async () => {
    await press('.what-if .tool-close');
    await expect.poll(() => watched.inPanel('document.querySelector("dialog") === null')).toBe(true);
  };

  test('a blocked request passes in both browsers with the header that its response lacks', async () => {
    await select('allow-origin-missing');
    await press('.detail .is-what-if');
    await expect.poll(() => textsOf(results)).toEqual(['Chrome\nblocked', 'Firefox\nblocked']);
    const origin = JSON.stringify(playground.origins.page);
    await type('Response', `input.value + '\\nAccess-Control-Allow-Origin: ' + ${origin}`);
    await expect.poll(() => textsOf(results)).toEqual(['Chrome\nallowed', 'Firefox\nallowed']);
    // It includes no credentials: with them, the response needs one header more.
    await watched.inPanel(`(() => {
      const select = [...document.querySelectorAll('.what-if select')].find(({ value }) => value === 'same-origin');
      select.value = 'include';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return 1;
    })()`);
    await expect.poll(() => textsOf(results)).toEqual(['Chrome\nblocked', 'Firefox\nblocked']);
    expect(await textsOf('.what-if .needs tbody th code')).toEqual(['Access-Control-Allow-Credentials']);
    await press('.what-if .is-first');
    await expect.poll(() => textsOf(results)).toEqual(['Chrome\nallowed', 'Firefox\nallowed']);
    await press('.what-if-results > .button');
    await expect.poll(() => textsOf(results)).toEqual(['Chrome\nblocked', 'Firefox\nblocked']);
    await close();
  });

  test('a preflight is answered, and then the response to the request is missing', async () => {
    await select('preflight-status-404');
    await press('.detail .is-what-if');
    await expect.poll(() => textsOf(results)).toEqual(['Chrome\nblocked', 'Firefox\nblocked']);
    await type('Response to the preflight', `input.value.replace(/ 404.*/, ' 204')`);
    await expect.poll(() => textsOf(results)).toEqual(['Chrome', 'Firefox']);
    expect(await textsOf('.what-if-said')).toEqual([
      expect.stringContaining('The preflight passes'),
      expect.stringContaining('The preflight passes'),
    ]);
    await close();
  });

  test('a console message starts it without a recording', async () => {
    await press('.tool-what-if');
    await expect.poll(() => textsOf(results)).toHaveLength(2);
    expect(await watched.inPanel('document.activeElement.localName')).toBe('textarea');
    const message =
      "Access to fetch at 'https://api.example/data' from origin 'https://app.example' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.";
    await type('Raw HTTP', JSON.stringify(message));
    await expect.poll(() => textsOf('.what-if-printed .code-block')).toContain(message);
    await type('Raw HTTP', '"It works on my machine."');
    await expect.poll(() => textsOf('.what-if-paste [role=alert]')).toHaveLength(1);
    await type('URL', '"not a URL"');
    await expect.poll(() => textsOf(results)).toEqual([]);
    expect(await textsOf('.what-if-form [role=alert]')).toHaveLength(1);
    await close();
  });
});
