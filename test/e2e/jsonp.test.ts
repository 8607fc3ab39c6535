import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { type Listening, listen } from '../../playground/listen';
import type { Report } from '../../src/report/model';
import { type BrowserName, describeInBrowsers } from '../browsers/describe-in-browsers';
import { openBesidePlayground } from './panel-beside';

const ask = 'corscope.idle().then(() => corscope.report({ redact: false }))';

const page = (api: string) => {
  const script = (code: string, query: string) =>
    `<script src="${api}/s.js?js=${encodeURIComponent(code)}&${query}"></${'script'}>`;
  return `<!doctype html><link rel="icon" href="data:,"><script>
    const seen = (globalThis.seen = []);
    function ready(...args) { seen.push(['ready', args.length, this === window]); }
    function modules(make) { seen.push(['modules', typeof make]); }
    function late() { seen.push(['late']); }
    const app = (globalThis.app = { take: [function (data) { seen.push([this === app.take, data.x.length, new Error().stack.includes('extension:')]); }.bind(undefined)] });
    app.own = { cb(data) { seen.push([this === app.own, data]); return 'given back'; } };
    const before = [ready, app.take[0], app.own.cb];
    globalThis.isAsBefore = () => [ready, app.take[0], app.own.cb].every((each, index) => each === before[index]);
  </${'script'}>
  <script>
    const odd = document.createElement('script');
    const script = Object.assign(document.createElement('script'), { src: ${JSON.stringify(`${api}/s.js?js=named({})&callback=named`)} });
    odd.setAttribute('src', 'http://[odd/?callback=ready');
    function named() {}
    document.head.append(odd, script);
  </${'script'}>
  ${script('ready()', 'onload=ready')}
  ${script('modules(() => 1)', 'callback=modules')}
  ${script('setTimeout(() => late({ data: 1 }))', 'callback=late')}
  ${script('open.name', 'callback=open')}
  ${script('app.take[0]({ x: [1, "ab", null, { y: true }] })', 'cb=app.take[0]')}
  ${script('if (app.own.cb("text") !== "given back") throw 1; app.own.cb({})', 'jsonp=app.own.cb')}`;
};

async function openBesideServer(browser: BrowserName) {
  const server = await listen(
    () =>
      createServer(({ url = '/' }, response) => {
        const { pathname, searchParams } = new URL(url, 'http://any');
        const isScript = pathname === '/s.js';
        response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
        response.end(isScript ? searchParams.get('js') : page(at(server, 'other')));
      }),
    0,
  );
  return { server, ...(await openBesidePlayground(browser)) };
}

const at = ({ port }: Pick<Listening, 'port'>, host: string) => `http://${host}.localhost:${port}`;

describeInBrowsers(
  'JSONP',
  openBesideServer,
  ({ server, playground, watched }) => {
    test.each([
      ['a.html', false, ['fixed-name', 'not-encrypted']],
      ['b.html', true, ['not-encrypted']],
    ])('%s of the playground is seen, and what crossed', async (file, isRemoved, risks) => {
      await watched.goto(`${playground.origins.page}/technique/jsonp/${file}`);
      const { exchanges, pageEvents } = await watched.inPanel<Report>(ask);
      const found = exchanges.flatMap(({ jsonp }) => jsonp ?? []);
      expect(found).toMatchObject([{ basis: 'observed', parameter: 'callback', calls: 1, size: 15 }]);
      expect([...(found[0]?.risks ?? [])].sort()).toEqual(risks);
      const events = pageEvents.filter(({ kind }) => kind === 'jsonp');
      expect(events).toMatchObject([
        {
          source: 'page',
          script: { isRemoved, isInjected: isRemoved },
          reading: { relation: 'cross-site', risk: { code: 'runs-as-page' } },
        },
      ]);
    });

    test('is none without a call with data while the script runs, and the functions are the page’s own', async () => {
      await watched.goto(`${at(server, 'page')}/`);
      const { exchanges, pageEvents } = await watched.inPanel<Report>(ask);
      const found = exchanges.flatMap(({ jsonp }) => jsonp ?? []);
      const inOrder = found.toSorted((a, b) => (a.functionName < b.functionName ? -1 : 1));
      expect(inOrder).toMatchObject([
        { basis: 'observed', functionName: 'app.own.cb', parameter: 'jsonp', calls: 2 },
        { basis: 'observed', functionName: 'app.take[0]', parameter: 'cb', calls: 1, size: 30 },
        // One whose URL is none was put there with it.
        { basis: 'observed', functionName: 'named', parameter: 'callback', calls: 1 },
      ]);
      expect(pageEvents.filter(({ kind }) => kind === 'jsonp')).toHaveLength(3);
      expect(await watched.evaluate('isAsBefore()')).toBe(true);
      expect(await watched.evaluate('seen.filter(([first]) => first !== "late")')).toEqual([
        ['ready', 0, true],
        ['modules', 'function'],
        [false, 4, false],
        [true, 'text'],
        [true, {}],
      ]);
    });
  },
  { always: ['Firefox'] },
);
