import { beforeAll, describe, expect } from 'vitest';
import type { OriginKey } from '../../playground/origins';
import { until } from '../../src/cli/browsers/until';
import type { Report, ReportExchange } from '../../src/report/model';
import { openOnPlayground } from '../behaviour/pages';
import { describeInBrowsers } from '../browsers/describe-in-browsers';
import { testInTurn } from '../support/in-turn';
import { changeSettings } from '../support/settings';

let lastName = 0;
const quoted = (text: string) => JSON.stringify(text);

describeInBrowsers('what a page asks for', openOnPlayground, ({ playground, tab }, browser) => {
  const test = testInTurn(browser);
  const isChromium = browser === 'Chromium';
  /** A URL of the endpoint that no other test has. */
  const endpoint = (on: OriginKey, parameters: Readonly<Record<string, string>> = {}) =>
    `${playground.origins[on]}/x?${new URLSearchParams({ c: `hint${++lastName}`, ...parameters })}`;
  const blank = (policy?: string) =>
    tab.goto(
      policy === undefined
        ? `${playground.origins.page}/blank`
        : endpoint('page', { k: 'html', b: '<!doctype html><link rel="icon" href="data:,">', h: policy }),
    );
  const requests = ({ exchanges }: Report, url: string) =>
    exchanges.filter(({ hops, preflightFor }) => preflightFor === null && hops[0]?.url === url);
  /** The one request of a URL, after the page has done that. */
  const only = async (
    url: string,
    code: string,
    meanwhile?: () => Promise<void>,
  ): Promise<ReportExchange> => {
    await Promise.all([tab.evaluate(`(async () => { ${code} })()`), meanwhile?.()]);
    const found = requests(await tab.report(), url);
    expect(found).toHaveLength(1);
    return found[0] as ReportExchange;
  };

  describe('of fetch', () => {
    beforeAll(() => blank());

    test.each([
      ['with no init', '', 'same-origin', 'cors'],
      ['with credentials', ', { credentials: "include" }', 'include', 'cors'],
      ['without credentials', ', { credentials: "omit" }', 'omit', 'cors'],
      ['with an inherited member', ', Object.create({ credentials: "include" })', 'include', 'cors'],
      ['without CORS', ', { mode: "no-cors" }', 'same-origin', 'no-cors'],
    ])('is what it says, %s', async (_, init, credentialsMode, mode) => {
      const url = endpoint('api', { okc: '1' });
      const row = await only(url, `await fetch(${quoted(url)}${init});`);
      expect(row).toMatchObject({
        requestId: expect.stringMatching(/./),
        initiator: 'document',
        credentialsMode: { value: credentialsMode, basis: 'observed' },
        mode: { value: mode, basis: 'observed' },
        candidates: [],
        stack: expect.arrayContaining([expect.any(String)]),
      });
      expect(row.stack?.join()).not.toMatch(/\bx:\d|extension:/);
    });

    test('is what its Request says, and what its init says over it', async () => {
      const [first, second] = [endpoint('api', { okc: '1' }), endpoint('api', { okc: '1' })];
      const request = (url: string) =>
        `new Request(${quoted(url)}, { credentials: 'include', headers: { 'X-A': '1' } })`;
      const plain = await only(first, `await fetch(${request(first)});`);
      expect(plain).toMatchObject({
        credentialsMode: { value: 'include', basis: 'observed' },
        class: 'preflighted',
        outcome: 'allowed',
      });
      const over = await only(second, `await fetch(${request(second)}, { credentials: 'omit' });`);
      expect(over.credentialsMode).toEqual({ value: 'omit', basis: 'observed' });
    });

    test('is certain of what its wildcard means', async () => {
      const [omitted, included] = [
        endpoint('api', { h: 'Access-Control-Allow-Origin: *' }),
        endpoint('api', { h: 'Access-Control-Allow-Origin: *' }),
      ];
      expect(await only(omitted, `await fetch(${quoted(omitted)}).catch(() => {});`)).toMatchObject({
        outcome: 'allowed',
        candidates: [],
      });
      const row = await only(
        included,
        `await fetch(${quoted(included)}, { credentials: 'include' }).catch(() => {});`,
      );
      expect(row).toMatchObject({ outcome: 'blocked', candidates: [] });
      expect(row.findings[0]?.code).toBe('allow-origin-wildcard-with-credentials');
    });

    test('tells a redirect that is not followed from one that failed', async () => {
      const location = `${playground.origins.api}/x?ok=1`;
      const [manual, refused] = [endpoint('page', { loc: location }), endpoint('page', { loc: location })];
      expect(await only(manual, `await fetch(${quoted(manual)}, { redirect: 'manual' });`)).toMatchObject({
        outcome: 'opaque',
        candidates: [],
        responseType: 'opaqueredirect',
      });
      const row = await only(
        refused,
        `await fetch(${quoted(refused)}, { redirect: 'error' }).catch(() => {});`,
      );
      expect(row).toMatchObject({ outcome: 'failed', candidates: [] });
      expect(row.findings[0]?.code).toBe('redirect-mode-error');
    });

    test('is open where an accessor hides it', async () => {
      const url = endpoint('api', { h: 'Access-Control-Allow-Origin: *' });
      const row = await only(url, `await fetch(${quoted(url)}, { get credentials() { return 'omit'; } });`);
      expect(row.credentialsMode.basis).not.toBe('observed');
    });

    const both = async (url: string, one: string, other: string) => {
      await tab.evaluate(
        `Promise.all([fetch(${quoted(url)}, ${one}), fetch(${quoted(url)}, ${other})]).then(() => 0, () => 0)`,
      );
      const found = requests(await tab.report(), url);
      expect(found).toHaveLength(2);
      return found;
    };

    test('is what several possible calls share', async () => {
      const url = endpoint('sameSite', { okc: '1' });
      for (const row of await both(url, '{ credentials: "include" }', '{ credentials: "omit" }')) {
        expect(row).toMatchObject({
          mode: { value: 'cors', basis: 'observed' },
          candidates: [],
          stack: null,
        });
        expect(row.credentialsMode.basis).not.toBe('observed');
      }
    });

    test('of two calls is told apart by what was sent', async () => {
      const [cookies, names] = [endpoint('api', { okc: '1' }), endpoint('api', { ok: '1', pok: '1' })];
      const sent = await both(cookies, '{ credentials: "include" }', '{ credentials: "omit" }');
      expect(sent.map(({ credentialsMode }) => credentialsMode.value).sort()).toEqual(['include', 'omit']);
      const posts = await both(
        names,
        '{ method: "POST", headers: { "X-A": "1" } }',
        '{ method: "POST", headers: { "X-A": "1", "X-B": "1" } }',
      );
      for (const row of [...sent, ...posts]) {
        expect(row).toMatchObject({ credentialsMode: { basis: 'observed' }, candidates: [] });
        expect(row.stack).not.toBeNull();
      }
    });

    test.each([
      ['GET', '{ keepalive: true, credentials: "include" }', 'simple', 'allowed'],
      ['PUT', '{ keepalive: true, method: "PUT" }', 'preflighted', 'allowed'],
      ['no-cors POST', '{ keepalive: true, method: "POST", mode: "no-cors" }', 'no-cors', 'opaque'],
    ])('is known of a %s that is kept alive', async (_, init, requestClass, outcome) => {
      const url = endpoint('api', { okc: '1', pok: '1' });
      const row = await only(url, `await fetch(${quoted(url)}, ${init});`);
      expect(row).toMatchObject({ class: requestClass, outcome, candidates: [] });
      expect(row.credentialsMode.basis).toBe('observed');
    });

    test('is known of the frame of a javascript: URL', async () => {
      const url = endpoint('api', { okc: '1' });
      await only(
        url,
        `const frame = document.createElement('iframe');
         frame.src = "javascript:'<p>'";
         const isThere = new Promise((resolve) => { frame.onload = resolve; });
         document.body.append(frame);
         await isThere;
         await frame.contentWindow.fetch(${quoted(url)}, { credentials: 'include' });`,
      );
    });

    test('is known of fetchLater(), whose response no script reads', async () => {
      if (browser === 'Firefox') return;
      const url = endpoint('api', { okc: '1' });
      const row = await only(
        url,
        `fetchLater(${quoted(url)}, { activateAfter: 0, credentials: 'include' });`,
        () => playground.seen(({ path }) => url.endsWith(path)).then(() => {}),
      );
      expect(row).toMatchObject({ outcome: 'opaque', candidates: [], findings: [] });
      expect(row.credentialsMode).toEqual({ value: 'include', basis: 'observed' });
    });

    test('is not known of a worker', async () => {
      const url = endpoint('api', { okc: '1' });
      const code = `fetch(${quoted(url)}).then(() => postMessage(1))`;
      const row = await only(
        url,
        `const worker = new Worker(URL.createObjectURL(new Blob([${quoted(code)}])));
         await new Promise((resolve) => { worker.onmessage = resolve; });`,
      );
      expect(row.credentialsMode.basis).not.toBe('observed');
      expect(row.stack).toBeNull();
    });

    test('of an empty frame joins under its parent', async () => {
      const url = endpoint('api', { okc: '1' });
      const row = await only(
        url,
        `const frame = document.body.appendChild(document.createElement('iframe'));
         await frame.contentWindow.fetch(${quoted(url)}, { credentials: 'include' });`,
      );
      expect(row.credentialsMode).toEqual({ value: 'include', basis: 'observed' });
    });
  });

  describe('of an element', () => {
    beforeAll(() => blank());
    const ended = 'await new Promise((resolve) => { element.onload = element.onerror = resolve; });';
    const image = (url: string) =>
      `const element = Object.assign(new Image(), { crossOrigin: '', src: ${quoted(url)} });
       document.body.append(element);
       ${ended}`;
    const script = (url: string) =>
      `const element = Object.assign(document.createElement('script'), { crossOrigin: 'use-credentials', src: ${quoted(url)} });
       document.body.append(element);
       ${ended}`;
    const preload = (url: string) =>
      `const element = Object.assign(document.createElement('link'),
         { rel: 'preload', as: 'fetch', crossOrigin: '', href: ${quoted(url)} });
       document.head.append(element);
       ${ended}`;

    test.each([
      [
        'the background of an element',
        { k: 'img' },
        (url: string) => `const box = Object.assign(document.createElement('div'), { textContent: 'box' });
         box.style.background = 'url(' + ${quoted(quoted(url))} + ')';
         document.body.append(box);
         // Firefox draws no tab behind another, and loads this image once it needs its style.
         getComputedStyle(box).backgroundImage;
         ${image(url)}`,
        'opaque',
      ],
      [
        'an image outside the document',
        { k: 'img' },
        (url: string) => `const first = new Image();
         await new Promise((resolve) => { first.onload = first.onerror = resolve; first.src = ${quoted(url)}; });
         ${image(url)}`,
        'opaque',
      ],
      [
        'an imported module',
        { k: 'js', h: 'Access-Control-Allow-Origin: *' },
        (url: string) => `${script(url)} await import(${quoted(url)});`,
        'allowed',
      ],
      [
        'a worker',
        {},
        (url: string) => `${preload(url)}
         const code = 'fetch(' + JSON.stringify(${quoted(url)}) + ', { mode: "no-cors" }).then(() => postMessage(1))';
         const worker = new Worker(URL.createObjectURL(new Blob([code])));
         await new Promise((resolve) => { worker.onmessage = resolve; });`,
        'opaque',
      ],
    ])('its error is not that of %s', async (_, parameters, code, outcome) => {
      const url = endpoint('api', parameters as Readonly<Record<string, string>>);
      await tab.evaluate(`(async () => { ${code(url)} })()`);
      const found = requests(await tab.report(), url);
      expect(found.map((row) => row.outcome).sort()).toEqual(['blocked', outcome].sort());
    });
  });

  describe('of the others', () => {
    beforeAll(() => blank());

    test.each([
      ['load', '', 'load', { okc: '1' }],
      ['error', '', 'error', {}],
      ['abort', '', 'aborted', { act: 'hang' }],
      ['timeout', 'request.timeout = 50;', 'aborted', { act: 'hang' }],
    ])('is how an XMLHttpRequest ends: %s', async (how, then, end, parameters) => {
      const url = endpoint('api', parameters as Readonly<Record<string, string>>);
      const abort = async () => {
        await playground.seen(({ path }) => url.endsWith(path));
        await tab.evaluate('void request.abort()');
      };
      const row = await only(
        url,
        `globalThis.request = new XMLHttpRequest();
         request.open('GET', ${quoted(url)});
         request.withCredentials = true;
         const ended = new Promise((resolve) => { request.onloadend = resolve; });
         request.send();
         ${then}
         await ended;`,
        how === 'abort' ? abort : undefined,
      );
      expect(row).toMatchObject({
        credentialsMode: { value: 'include', basis: 'observed' },
        pageSaw: { value: end, basis: 'observed' },
        stack: expect.arrayContaining([expect.any(String)]),
      });
    });

    test('is the credentials of a synchronous XMLHttpRequest, and that it failed', async () => {
      const url = endpoint('api');
      const row = await only(
        url,
        `const request = new XMLHttpRequest();
         request.open('GET', ${quoted(url)}, false);
         try { request.send(); } catch {}`,
      );
      expect(row).toMatchObject({
        credentialsMode: { value: 'same-origin', basis: 'observed' },
        pageSaw: { value: 'error', basis: 'observed' },
        outcome: 'blocked',
      });
    });

    test('is of an EventSource, and whether it opens', async () => {
      const [opened, refused] = [endpoint('api', { k: 'es', okc: '1' }), endpoint('api', { k: 'es' })];
      const first = (url: string, init: string) => `const source = new EventSource(${quoted(url)}, ${init});
         await new Promise((resolve) => { source.onopen = source.onerror = resolve; });
         source.close();`;
      expect(await only(opened, first(opened, '{ withCredentials: true }'))).toMatchObject({
        credentialsMode: { value: 'include', basis: 'observed' },
        pageSaw: { value: 'load', basis: 'observed' },
      });
      expect(await only(refused, first(refused, '{}'))).toMatchObject({
        credentialsMode: { value: 'same-origin', basis: 'observed' },
        pageSaw: { value: 'error', basis: 'observed' },
        outcome: 'blocked',
      });
    });

    test('is of a WebSocket, and whether it opens', async () => {
      const url = `${playground.origins.api.replace('http', 'ws')}/socket?c=${++lastName}`;
      const row = await only(
        url,
        `const socket = new WebSocket(${quoted(url)});
         await new Promise((resolve) => { socket.onopen = resolve; });
         socket.close();`,
      );
      expect(row).toMatchObject({
        class: 'websocket',
        pageSaw: { value: 'load', basis: 'observed' },
        stack: expect.arrayContaining([expect.any(String)]),
      });
    });

    test('is of a WebSocket that the server refuses with 401, without a wait', async () => {
      const url = `${playground.origins.api.replace('http', 'ws')}/socket?st=401&c=${++lastName}`;
      const row = await only(
        url,
        `const socket = new WebSocket(${quoted(url)});
         await new Promise((resolve) => { socket.onerror = resolve; });`,
      );
      expect(row).toMatchObject({
        outcome: 'failed',
        status: 401,
        findings: [{ code: 'socket-handshake' }],
        pageSaw: { value: 'error', basis: 'observed' },
      });
    });

    test('is of a WebSocket that the server refuses with 403', async () => {
      const url = `${playground.origins.sameSite.replace('http', 'ws')}/socket?st=403&c=${++lastName}`;
      const row = await only(
        url,
        `const socket = new WebSocket(${quoted(url)});
         await new Promise((resolve) => { socket.onerror = resolve; });`,
      );
      expect(row).toMatchObject({ outcome: 'failed', findings: [{ code: 'socket-handshake' }] });
      // Chrome shows no status, so other reasons remain.
      if (isChromium) expect(row.candidates).toContain('network-other');
      else expect(row).toMatchObject({ status: 403, candidates: [] });
    });

    test('is one row of a request that is repeated with a password, with its last response', async () => {
      const url = endpoint('page', { login: '1' });
      await tab.evaluate(`new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open('GET', ${quoted(url)}, true, 'user', 'secret');
        request.onloadend = () => resolve();
        request.send();
      })`);
      const name = new URL(url).searchParams.get('c');
      const found = (await tab.report()).exchanges.filter((row) => row.url.includes(`c=${name}&`));
      expect(found).toMatchObject([{ status: 200, outcome: 'allowed', pageSaw: { value: 'load' } }]);
    });

    test('is of a beacon and of a worker, with where they were made', async () => {
      const beacon = endpoint('api', { okc: '1' });
      expect(await only(beacon, `navigator.sendBeacon(${quoted(beacon)}, 'b');`)).toMatchObject({
        credentialsMode: { value: 'include', basis: 'observed' },
        stack: expect.arrayContaining([expect.any(String)]),
      });
      const script = endpoint('page', { k: 'js', b: 'postMessage(1)' });
      const made = await only(
        script,
        `const worker = new Worker(${quoted(script)});
         await new Promise((resolve) => { worker.onmessage = resolve; });`,
      );
      expect(made.stack).toEqual(expect.arrayContaining([expect.any(String)]));
    });

    test('is nothing for data: and blob: URLs', async () => {
      await tab.evaluate(
        `Promise.all([fetch('data:,x'), fetch(URL.createObjectURL(new Blob(['x'])))]).then(() => 0)`,
      );
      const { exchanges, recording } = await tab.report();
      expect(exchanges.filter(({ url }) => /^(data|blob):/.test(url))).toEqual([]);
      expect(recording.hints).toBe(true);
    });
  });

  describe('of an element', () => {
    beforeAll(() => blank());

    // Chromium gives up a style sheet at its headers, and a script at its end.
    test.each([
      ['style sheet', `link.rel = 'stylesheet'; link.href`, 'link', browser === 'Chromium'],
      ['script', 'script.src', 'script', false],
    ])('is refused for its type while its body arrives: %s', async (kind, attribute, name, isAtHeaders) => {
      const hold = `body of ${kind}`;
      const url = endpoint('page', { k: 'text', bhold: hold, h: 'X-Content-Type-Options: nosniff' });
      const release = () => playground.release(hold);
      const row = await only(
        url,
        `const ${name} = document.createElement('${name}');
         ${attribute} = ${quoted(url)};
         const ended = new Promise((resolve) => { ${name}.onerror = resolve; });
         document.head.append(${name});
         await ended;`,
        async () => {
          await playground.held(hold);
          if (!isAtHeaders) release();
        },
      );
      release();
      expect(row).toMatchObject({ outcome: 'failed', candidates: [], pageSaw: { value: 'error' } });
      expect(row.findings.map(({ code }) => code)).toEqual(['nosniff']);
    });
  });

  describe('of a script', () => {
    beforeAll(() => blank());
    const added = (url: string, type = '') => `
      const script = Object.assign(document.createElement('script'), { type: ${quoted(type)}, src: ${quoted(url)} });
      const ended = new Promise((resolve) => { script.onload = script.onerror = resolve; });
      document.head.append(script);
      await ended;`;

    test.each([
      ['text/csv', '', 'script-mime-type'],
      ['text/html', 'module', 'module-mime-type'],
    ])('is refused for its type: %s %s', async (contentType, type, code) => {
      const url = endpoint('page', { b: '', h: `Content-Type: ${contentType}` });
      const row = await only(url, added(url, type));
      expect(row).toMatchObject({ outcome: 'failed', findings: [{ code }] });
      expect(row.headline).toContain(contentType);
    });

    // Who imports sees the failure; no event shows it to an extension in every browser.
    test.each([
      ['import()', 'text/html', (url: string) => `import(${quoted(url)})`],
      ['a JSON module', 'text/plain', (url: string) => `import(${quoted(url)}, { with: { type: 'json' } })`],
      ['a CSS module', 'text/plain', (url: string) => `import(${quoted(url)}, { with: { type: 'css' } })`],
    ])('may be refused for its type: %s of %s', async (_, contentType, code) => {
      const allowed = new URLSearchParams({ h: 'Access-Control-Allow-Origin: *' });
      const url = `${endpoint('api', { b: '{}', h: `Content-Type: ${contentType}` })}&${allowed}`;
      const { outcome, findings, candidates } = await only(
        url,
        `await ${code(url)}.then(() => { throw new Error('it was used'); }, () => {});`,
      );
      expect(outcome === 'failed' ? findings.map(({ code }) => code) : candidates).toContain(
        'module-mime-type',
      );
    });

    test('is not blamed for its import, which it names', async () => {
      const imported = endpoint('api', { k: 'js' });
      const url = endpoint('page', { k: 'js', b: `import ${quoted(imported)};` });
      const row = await only(url, added(url, 'module'));
      const [failed] = requests(await tab.report(), imported);
      expect(failed).toMatchObject({ outcome: 'blocked', findings: [{ code: 'allow-origin-missing' }] });
      expect(row).toMatchObject({
        outcome: 'allowed',
        findings: [{ code: 'import-failed' }],
        failedImports: [failed?.id],
      });
    });
  });

  describe('without any request', () => {
    const never = async (url: string, code: string) => {
      const row = await only(url, code);
      expect(row.requestId).toBe('');
      return row;
    };
    const attempt = (url: string, init = '{}') => `await fetch(${quoted(url)}, ${init}).catch(() => {});`;

    test('is a row: a mode that bars it, a port that is barred, a scheme that is none', async () => {
      await blank();
      const crossed = endpoint('api');
      const barred = await never(crossed, attempt(crossed, '{ mode: "same-origin" }'));
      expect(barred).toMatchObject({
        outcome: 'blocked',
        candidates: [],
        stack: expect.arrayContaining([expect.any(String)]),
      });
      expect(barred.findings[0]?.code).toBe('mode-same-origin');

      const port = 'http://www.a.localhost:6000/x';
      await tab.evaluate(`fetch(${quoted(port)}).catch(() => 0).then(() => 0)`);
      const [atPort] = requests(await tab.report(), port);
      // Chromium tells an extension of it, and of the reason.
      if (browser === 'Chromium') expect(atPort?.error).toBe('net::ERR_UNSAFE_PORT');
      else expect(atPort?.findings[0]?.code).toBe('bad-port');

      const scheme = 'gopher://api.b.localhost/x';
      const odd = await never(scheme, attempt(scheme));
      expect(odd.findings[0]?.code).toBe('scheme-not-http');
    });

    test('is a row of what a policy barred, be it fetch, XMLHttpRequest or EventSource', async () => {
      await blank("Content-Security-Policy: connect-src 'self'");
      const url = endpoint('api');
      const byXhr = endpoint('api');
      const bySource = endpoint('api');
      await tab.evaluate(`(async () => {
        ${attempt(url)}
        const request = new XMLHttpRequest();
        request.open('GET', ${quoted(byXhr)});
        const ended = new Promise((resolve) => { request.onloadend = resolve; });
        try { request.send(); await ended; } catch {}
        const source = new EventSource(${quoted(bySource)});
        await new Promise((resolve) => { source.onerror = resolve; });
      })()`);
      const report = await tab.report();
      for (const each of [url, byXhr, bySource]) {
        const [row, ...more] = requests(report, each);
        expect(more).toEqual([]);
        expect(row).toMatchObject({ requestId: '', outcome: 'blocked', candidates: [] });
        expect(row?.findings[0]?.code).toBe('csp');
        expect(report.pageEvents.filter(({ kind }) => kind === 'csp-violation')).toContainEqual(
          expect.objectContaining({ exchange: row?.id, blockedUrl: each, directive: 'connect-src' }),
        );
      }
    });

    const page = (b: string, k = 'html') => tab.goto(endpoint('page', { k, b }));

    test('is a row of what is blocked without an event', async () => {
      const [used, filter] = [endpoint('api'), endpoint('api')];
      const sheet = endpoint('api');
      const marked = (text: string) => `<!doctype html><link rel="icon" href="data:,">${text}`;
      const styled = `<style>p { filter: url("${filter}#a") } .unused { filter: url("${sheet}#a") }</style>`;
      await page(marked(`${styled}<p>x</p><svg width="9" height="9"><use href="${used}#a" /></svg>`));
      const rows = await until('rows', async () => {
        const report = await tab.report();
        const found = [used, filter].flatMap((url) => requests(report, `${url}#a`));
        return found.length === 2 && { found, unused: requests(report, `${sheet}#a`) };
      });
      expect(rows.unused).toEqual([]);
      for (const row of rows.found)
        expect(row).toMatchObject({
          requestId: '',
          outcome: 'blocked',
          browserReason: isChromium ? 'origin' : 'SOP',
        });
      expect(rows.found[1]?.headline).toContain('CSS filter');
    });

    test('is a row of what a constructor threw', async () => {
      await blank();
      const url = `${endpoint('api').replace('http', 'ws')}`;
      const row = await never(url, `try { new WebSocket(${quoted(url)}, ['same', 'same']); } catch {}`);
      expect(row.findings[0]?.code).toBe('call-threw');
      expect(row.outcome).not.toBe('allowed');
    });
  });

  describe('under a policy of its page', () => {
    const isChromium = browser === 'Chromium';
    const code = (row: ReportExchange | undefined) => row?.findings.map((finding) => finding.code).join();
    /** The rows of these URLs, after the page has done that. */
    const rowsOf = async (urls: readonly string[], script: string) => {
      await tab.evaluate(`(async () => { ${script} })()`);
      const report = await tab.report();
      return urls.map((url) => requests(report, url)[0]);
    };
    const open = (url: string, name: string, attribute: string) => `await new Promise((resolve) => {
      const element = document.createElement('${name}');
      element.onload = element.onerror = resolve;
      element.${attribute} = ${quoted(url)};
      document.body.append(element);
    });`;

    test('is blocked by a Connection-Allowlist, or reported, where the browser supports it', async () => {
      const list = '(response-origin "http://*.c.localhost:*")';
      const urls = () => [
        endpoint('api', { ok: '1' }),
        endpoint('api').replace('http', 'ws'),
        endpoint('api', { k: 'html' }),
        endpoint('page', { loc: endpoint('page') }),
      ];
      const script = ([fetched, socket, frame, redirected]: readonly string[]) => `
        await fetch(${quoted(fetched ?? '')}).catch(() => {});
        await new Promise((resolve) => {
          const socket = new WebSocket(${quoted(socket ?? '')});
          socket.onopen = socket.onerror = resolve;
        });
        await fetch(${quoted(redirected ?? '')}).catch(() => {});
        ${open(frame ?? '', 'iframe', 'src')}`;
      const [enforced, reported] = [urls(), urls()];
      await blank(`Connection-Allowlist: ${list}`);
      const rows = await rowsOf(enforced, script(enforced));
      for (const row of rows) {
        expect(row?.outcome).toBe(isChromium ? 'blocked' : 'allowed');
        if (!isChromium) continue;
        expect(row?.findings[0]).toMatchObject({
          code: 'connection-allowlist',
          evidence: { header: 'Connection-Allowlist', policy: list },
        });
      }
      await blank(`Connection-Allowlist-Report-Only: ${list}`);
      for (const row of await rowsOf(reported, script(reported))) {
        expect(row?.outcome).toBe('allowed');
        expect(code(row)).toBe(isChromium ? 'report-only' : '');
      }
    });

    test('is a row if an Integrity-Policy blocks a script, and a warning if it only reports', async () => {
      const [blocked, reported] = [endpoint('page', { k: 'js' }), endpoint('page', { k: 'js' })];
      const policy = 'blocked-destinations=(script)';
      await blank(`Integrity-Policy: ${policy}`);
      const [row] = await rowsOf([blocked], open(blocked, 'script', 'src'));
      expect(row).toMatchObject({ requestId: '', outcome: 'blocked', pageSaw: { value: 'error' } });
      expect(row?.findings[0]).toMatchObject({
        code: 'integrity-policy',
        evidence: { policy, lacking: 'integrity,crossorigin' },
      });
      await blank(`Integrity-Policy-Report-Only: ${policy}`);
      const [passed] = await rowsOf([reported], open(reported, 'script', 'src'));
      expect(passed?.outcome).toBe('allowed');
      expect(code(passed)).toBe('report-only');
    });

    test('is a row if a Permissions-Policy blocks a synchronous XMLHttpRequest', async () => {
      const url = endpoint('api', { ok: '1' });
      await blank('Permissions-Policy: sync-xhr=()');
      const [row] = await rowsOf(
        [url],
        `const request = new XMLHttpRequest();
         request.open('GET', ${quoted(url)}, false);
         try { request.send(); } catch {}`,
      );
      // Firefox does not support it.
      expect(code(row)).toBe(isChromium ? 'permissions-policy' : '');
    });

    test('is denied by Local Network Access, or was declared for another address space', async () => {
      const [plain, declared] = [endpoint('api', { ok: '1' }), endpoint('api', { ok: '1' })];
      const socket = endpoint('api').replace('http', 'ws');
      await blank('Content-Security-Policy: treat-as-public-address');
      const rows = await rowsOf(
        [plain, declared, socket],
        `await fetch(${quoted(plain)}).catch(() => {});
         await fetch(${quoted(declared)}, { targetAddressSpace: 'local' }).catch(() => {});
         await new Promise((resolve) => {
           const socket = new WebSocket(${quoted(socket)});
           socket.onopen = socket.onerror = resolve;
         });`,
      );
      const [first, second, third] = rows;
      // Firefox knows neither.
      expect([code(first), code(second)]).toEqual(
        isChromium ? ['local-network-denied', 'local-network-mismatch'] : ['', ''],
      );
      if (isChromium) expect(third?.candidates).toContain('local-network-denied');
    });
  });

  test('is not asked where the settings say so', async () => {
    const scripts = '(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts()';
    await tab.inPanel(changeSettings({ pageWorld: false }));
    await expect.poll(() => tab.inPanel(`${scripts}.then((all) => all.length)`)).toBe(1);
    await blank();
    const url = endpoint('api', { okc: '1' });
    const row = await only(url, `await fetch(${quoted(url)}, { credentials: 'include' });`);
    expect(row.credentialsMode.basis).not.toBe('observed');
    expect((await tab.report()).recording.hints).toBe(false);
    await tab.inPanel(changeSettings({ pageWorld: true }));
    await expect.poll(() => tab.inPanel(`${scripts}.then((all) => all.length)`)).toBe(2);
  });
});
