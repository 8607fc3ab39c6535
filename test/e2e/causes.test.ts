import { expect, test } from 'vitest';
import type { Scenario } from '../../playground/scenario';
import { causePages } from '../../playground/scenarios';
import { until } from '../../src/cli/browsers/until';
import type { Report, ReportCause, ReportExchange } from '../../src/report/model';
import { describeInBrowsers } from '../browsers/describe-in-browsers';
import { inTurn } from '../support/in-turn';
import { isLong } from '../support/is-long';
import { openBesidePlayground } from './panel-beside';

/** A short run has a quarter of the failing pages: the recordings of the corpus have their causes and such twins too. */
const cases = isLong
  ? causePages.flatMap(({ broken, fixed }) => [broken, fixed])
  : causePages.filter((_, index) => index % 8 < 2).map(({ broken }) => broken);

/** The request of a scenario's first step. */
function failedIn({ exchanges }: Pick<Report, 'exchanges'>, id: string): ReportExchange | undefined {
  return exchanges.find(
    ({ preflightFor, hops }) => preflightFor === null && hops[0]?.url.includes(`c=${id}&`),
  );
}

describeInBrowsers('the cause of a failure', openBesidePlayground, ({ playground, watched }, browser) => {
  const run = async (id: string, on: Scenario['on'] = 'page') => {
    await watched.goto(`${playground.origins[on === 'plain' ? 'plain' : 'page']}/run/${id}`);
    await until('the scenario to end', () =>
      watched.evaluate<boolean>('!!globalThis.scenario?.done').catch(() => false),
    );
    await watched.inPanel('corscope.idle()');
    return watched.inPanel<Pick<Report, 'exchanges'>>(
      'corscope.report({ redact: "readable" }).then(({ exchanges }) => ({ exchanges }))',
    );
  };

  /** The requests of a page that have a cause. */
  const explained = async ({ id, on }: Pick<Scenario, 'id' | 'on'>) =>
    (await run(id, on)).exchanges.filter(({ causes }) => causes.length > 0);

  test.each(inTurn(cases, browser))('$id is explained', async (page) => {
    const rows = await explained(page);
    const confidence = page.cause?.confidence[browser] ?? null;
    expect(rows.length > 0).toBe(confidence !== null);
    for (const { causes, headline, outcome, requestId } of rows) {
      const [first] = causes;
      expect(first).toMatchObject({ code: page.cause?.code, confidence });
      // A request that was not sent has no response to quote.
      if (requestId !== '') expect(first?.evidence.length).toBeGreaterThan(0);
      // Only what is at least likely comes first.
      if (outcome === 'blocked') expect(headline).toContain(first?.sentence.slice(0, -1));
    }
  });

  test('it stands in the row and above the detail, with a link to the request that proves it', async () => {
    const id = 'cause-preflight-authentication';
    const { id: failed, causes: found } = failedIn(await run(id), id) ?? {
      id: '',
      causes: [] as ReportCause[],
    };
    const row = `document.querySelector('.table-row[data-id="' + CSS.escape(${JSON.stringify(failed)}) + '"]')`;
    const textOf = (element: string) => watched.inPanel<string>(`${element}?.innerText ?? ''`);
    await expect.poll(() => textOf(row)).toContain('Authentication rejects the preflight');
    await watched.inPanel(`(${row}.click(), 1)`);
    await expect.poll(() => textOf(`document.querySelector('.causes')`)).toContain(found[0]?.remedy);
    const proof = `[...document.querySelectorAll('.causes button')].at(-1)`;
    expect(await textOf(proof)).toContain('/open/x');
    await watched.inPanel(`(${proof}.click(), 1)`);
    await expect.poll(() => textOf(`document.querySelector('.headline')`)).toContain('can read');
  });

  test('the smallest policy of its server is written for the server that the user chooses', async () => {
    const id = 'cause-error-without-cors';
    const { id: failed } = failedIn(await run(id), id) ?? { id: '' };
    await watched.inPanel(
      `(document.querySelector('.table-row[data-id="' + CSS.escape(${JSON.stringify(failed)}) + '"]').click(), 1)`,
    );
    const choose = (choice: string) =>
      watched.inPanel<boolean>(`(() => {
        const select = document.querySelector('.fix-choices select');
        if (!select) return false;
        select.value = '${choice}';
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      })()`);
    const texts = () =>
      watched.inPanel<string>(
        `Array.from(document.querySelectorAll('.fix-part .code-block'), (text) => text.textContent).join()`,
      );
    const page = new URL(playground.origins.page).origin;
    await expect.poll(() => choose('stack express')).toBe(true);
    await expect.poll(texts).toContain(`origin: ['${page}'],`);
    await choose('stack nginx');
    await expect.poll(texts).toContain(`"${page}" "${page}";`);
    await choose('proxy vite');
    await expect.poll(texts).toContain("'/proxy/': {");
  });

  test('of a request that passed stands in its row too', async () => {
    const rows = await explained({ id: 'cause-mcp-session-not-exposed', on: 'page' });
    const row = rows.find(({ causes }) => causes[0]?.code === 'mcp-session-not-exposed');
    expect(row).toMatchObject({ outcome: 'allowed' });
    const shown = `document.querySelector('.table-row[data-id="' + CSS.escape(${JSON.stringify(row?.id)}) + '"]')?.innerText ?? ''`;
    await expect.poll(() => watched.inPanel<string>(shown)).toContain('Mcp-Session-Id is not exposed');
  });

  test('the answer to a question decides between two causes, until it is removed', async () => {
    const id = 'cause-nginx-header-not-always';
    const { id: failed } = failedIn(await run(id), id) ?? { id: '' };
    const row = `document.querySelector('.table-row[data-id="' + CSS.escape(${JSON.stringify(failed)}) + '"]')`;
    const textOf = (element: string) => watched.inPanel<string>(`${element}?.innerText ?? ''`);
    const [question, button] = ['.question', '.question .answer-field button'].map(
      (selector) => `document.querySelector('${selector}')`,
    );
    const paste = (text: string) =>
      watched.inPanel(`(() => {
        const field = document.querySelector('.question textarea');
        field.value = ${JSON.stringify(text)};
        field.dispatchEvent(new Event('input', { bubbles: true }));
      })()`);
    const press = async () => {
      await expect.poll(() => watched.inPanel(`${button}?.disabled`)).toBe(false);
      await watched.inPanel(`(${button}.click(), 1)`);
    };
    await expect.poll(() => textOf(row)).toContain('nginx omits CORS headers on errors');
    await watched.inPanel(`(${row}.click(), 1)`);
    await expect.poll(() => textOf(question ?? '')).toContain('http://localhost:YOUR-PORT/open/x');
    await paste('It works in Postman.');
    await press();
    await expect.poll(() => textOf(question ?? '')).toContain('no HTTP response');
    await paste('HTTP/1.1 500 Internal Server Error\r\nServer: nginx\r\n\r\n');
    await press();
    await expect.poll(() => textOf(question ?? '')).toContain('does not answer the question');
    expect(await watched.inPanel(`document.querySelector('.question textarea').value`)).toContain('500');
    await paste('$ curl …\nHTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\n\r\n[]');
    await press();
    await expect.poll(() => textOf(question ?? '')).toContain('adds the CORS headers');
    await expect.poll(() => textOf(row)).toContain('Error response without CORS headers');
    const [first] = await watched.inPanel<readonly ReportCause[]>(
      `corscope.report().then(({ exchanges }) => exchanges.find(({ id }) => id === ${JSON.stringify(failed)}).causes)`,
    );
    expect(first).toMatchObject({ code: 'error-without-cors', confidence: 'certain' });
    expect(first?.evidence).toContain('pasted curl answer: Access-Control-Allow-Origin: *');
    // The focus stays in the question, where Escape still closes the detail.
    await expect.poll(() => textOf('document.activeElement')).toBe('Remove answer');
    await watched.inPanel(`(document.activeElement.click(), 1)`);
    await expect.poll(() => textOf(row)).toContain('nginx omits CORS headers on errors');
    const focused = () => watched.inPanel<string>('document.activeElement.localName');
    await expect.poll(focused).toBe('textarea');
  });

  test('a failed request is compared with one that passed, and with one of a report', async () => {
    const id = 'cause-preflight-authentication';
    const failed = failedIn(await run(id), id);
    const textOf = (element: string) =>
      watched.inPanel<string>(`document.querySelector('${element}')?.innerText ?? ''`);
    const row = `document.querySelector('.table-row[data-id="' + CSS.escape(${JSON.stringify(failed?.id)}) + '"]')`;
    await expect.poll(() => watched.inPanel(`${row} !== null`)).toBe(true);
    await watched.inPanel(`(${row}.click(), 1)`);
    await expect.poll(() => textOf('.detail .is-compare')).not.toBe('');
    await watched.inPanel(`(document.querySelector('.detail .is-compare').click(), 1)`);
    // It was compared with a request at once; the one that passed needed no preflight.
    await expect.poll(() => textOf('.compare-first')).not.toBe('');
    expect(await watched.inPanel('document.activeElement.localName')).toBe('select');
    await watched.inPanel(`(() => {
      const select = document.querySelector('.compare select');
      select.value = [...select.options].find(({ text }) => text.includes('/open/x')).value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return 1;
    })()`);
    await expect.poll(() => textOf('.compare-first')).toContain('which needs a preflight');
    // The recording's own report, as if it were another browser's.
    const choose = (text: string) =>
      watched.inPanel(`(() => {
        const files = new DataTransfer();
        files.items.add(new File([${text}], 'other.json', { type: 'application/json' }));
        const input = document.querySelector('.compare input[type=file]');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return 1;
      })()`);
    await choose(`'{ "no": report }'`);
    await expect.poll(() => textOf('.compare [role=alert]')).toContain('JSON');
    await watched.inPanel(
      `corscope.report({ redact: 'minimal' }).then((report) => { window.itsReport = JSON.stringify(report); return 1; })`,
    );
    await choose('window.itsReport');
    await expect.poll(() => textOf('.compare-file')).toContain('other.json');
    expect(await textOf('.compare [role=alert]')).toBe('');
    await watched.inPanel(`(() => {
      const select = document.querySelector('.compare select');
      select.value = [...select.options].find(
        ({ text, value }) => value.startsWith('file ') && text.includes(${JSON.stringify(new URL(failed?.url ?? '').pathname)}),
      ).value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return 1;
    })()`);
    await expect.poll(() => textOf('.compare-first')).toContain('do not differ');
    await watched.inPanel(`(document.querySelector('.compare .tool-close').click(), 1)`);
    await expect.poll(() => watched.inPanel('document.querySelector("dialog") === null')).toBe(true);
    expect(await textOf('.headline')).toContain('401');
  });

  test('a pasted console message opens its request', async () => {
    const id = 'cause-preflight-authentication';
    const failed = failedIn(await run(id), id);
    const url = failed?.hops[0]?.url ?? '';
    const textOf = (element: string) =>
      watched.inPanel<string>(`document.querySelector('${element}')?.innerText ?? ''`);
    const type = (element: string, text: string) =>
      watched.inPanel(`(() => {
        const field = document.querySelector('${element}');
        field.value = ${JSON.stringify(text)};
        field.dispatchEvent(new Event('input', { bubbles: true }));
      })()`);
    const press = (element: string) => watched.inPanel(`(document.querySelector('${element}').click(), 1)`);
    const firefox =
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ' +
      `${url}. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 401.`;
    // Pasted into the filter, where it hides everything.
    await type('.filter', firefox);
    await expect.poll(() => textOf('.empty .is-first')).not.toBe('');
    await press('.empty .is-first');
    await expect.poll(() => textOf('.console-messages')).toContain('The preflight response has no');
    expect(await textOf('.console-requests')).toContain('PUT');
    await press('.console-requests button');
    await expect.poll(() => textOf('.headline')).toContain('401');
    expect(await watched.inPanel('document.querySelector("dialog") === null')).toBe(true);
    // By its button, about another page: it is explained without a request.
    await press('.tool-console');
    await expect
      .poll(() => watched.inPanel('document.querySelector(".console textarea") !== null'))
      .toBe(true);
    await type('.console textarea', 'Preflight response is not successful. Status code: 302');
    await expect.poll(() => textOf('.console-messages')).toContain('Safari');
    const strange = `Access to fetch at 'https://nowhere.test/<img/src=x/onerror=document.title=1>' from origin 'https://a.test' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`;
    await type('.console textarea', `Preflight response is not successful. Status code: 302\n${strange}`);
    await expect.poll(() => textOf('.console-messages')).toContain('<img/src=x');
    expect(await watched.inPanel('document.querySelector(".console img") === null')).toBe(true);
    await press('.console .tool-close');
  });
});
