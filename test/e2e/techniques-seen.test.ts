import { expect } from 'vitest';
import type { Playground } from '../../playground/server';
import { until } from '../../src/cli/browsers/until';
import type { ReportRelay } from '../../src/report/crossing-model';
import type { Report } from '../../src/report/model';
import type { PageEvent } from '../../src/report/page-event-model';
import { describeInBrowsers } from '../browsers/describe-in-browsers';
import { testInTurn } from '../support/in-turn';
import { openBesidePlayground } from './panel-beside';

// The techniques of the playground, as a panel that watches them sees what crosses.

type Told = Pick<Report, 'pageEvents' | 'relays' | 'exchanges'>;
const ask =
  'corscope.report({ redact: "readable" }).then(({ pageEvents, relays, exchanges }) => ({ pageEvents, relays, exchanges }))';

function nameIn({ origins }: Playground): (origin: string | null) => string {
  return (origin) => Object.entries(origins).find(([, value]) => value === origin)?.[0] ?? String(origin);
}

/** A relay in a line: how sure, by what, over whom, and the steps of each value. */
function relayInWords({ certainty, kind, frames, rounds }: ReportRelay, playground: Playground): string {
  const ends = frames.map(({ origin }) => nameIn(playground)(origin)).join(' ');
  const steps = rounds.map((round) => round.map(({ what }) => what).join(' ')).join(' / ');
  return `${certainty} ${kind}, ${ends}: ${steps}`;
}

/** An event in a line: whose document, what, and from whom. */
function inWords(event: PageEvent, playground: Playground): string {
  const name = nameIn(playground);
  const where = name(event.frame.origin);
  switch (event.kind) {
    case 'post-message':
      return event.direction === 'sent'
        ? `${where}: sent`
        : `${where}: received from ${name(event.senderOrigin)}, its frame ${event.from ? 'known' : 'unknown'}`;
    case 'window-name': {
      const before = event.before ? ` from ${name(event.before.origin)}` : '';
      return `${where}: name ${event.action}${before}, ${event.value.length}`;
    }
    case 'jsonp': {
      const { url, calls } = event.script;
      return `${where}: ${calls.length} call by ${name(new URL(url).origin)}, ${calls[0]?.size}`;
    }
    case 'websocket':
      return `${where}: ${event.count} ${event.direction}, ${event.characters}, ${event.derived.exchange ? 'its handshake known' : ''}`;
    case 'message-port':
    case 'broadcast-channel':
    case 'worker-message':
      return `${where}: ${event.channel} ${event.direction}`;
    case 'document-domain':
      return `${name(event.frame.origin)}: domain ${event.reading.rule.code}, agrees with ${event.derived.sameOriginDomain.length}`;
    case 'dom-access':
      return `${where}: ${event.what}`;
    case 'canvas-read':
      return `${where}: ${event.method} with ${event.images.map(({ url }, index) => {
        const { lacks, isTrap } = event.derived.images[index] ?? {};
        return `${new URL(url).searchParams.get('policy')}, ${lacks}${isTrap ? ', trap' : ''}`;
      })}`;
    case 'cookie':
    case 'storage':
    case 'storage-access':
      return `${where}: ${event.what} ${event.outcome}`;
    case 'opener': {
      const { because, openedPolicy, openerPolicy, exchange } = event.derived.link ?? {};
      return `${where}: opener ${because ?? 'known'}, ${openedPolicy} after ${openerPolicy}, ${exchange ? 'its request known' : ''}`;
    }
    case 'csp-violation':
    case 'coep-violation':
      return `${where}: ${event.disposition} ${event.directive}`;
    case 'server-proxy':
      return `${where}: through a proxy, ${event.marks[0]?.header}`;
    case 'location-hash':
      return `${where}: ${new URL(event.newUrl).hash} by ${event.by}`;
  }
}

/** A page of the playground with that opener policy and body. */
function policed(origin: string, policy: string, body = ''): string {
  const query = new URLSearchParams({
    k: 'html',
    b: `<!doctype html><link rel="icon" href="data:,">${body}`,
  });
  if (policy !== '') query.set('h', `Cross-Origin-Opener-Policy: ${policy}`);
  return `${origin}/x?${query}`;
}

describeInBrowsers('a technique', openBesidePlayground, ({ playground, watched }, browser) => {
  const test = testInTurn(browser);
  // biome-ignore format: a table
  test.each([
    // technique         what the panel sees, in any order
    ['location-hash',    ['api: #name=liam by not-visible', 'page: #name=liam by not-visible', 'likely hash-relay, page api page: into-b into-c']],
    ['window-name',      ['api: name written, 9', 'page: name survived from api, 9', 'certain name-relay, page api page: b-loaded written found']],
    ['jsonp',            ['page: 1 call by api, 15']],
    ['post-message',     ['api: received from page, its frame known', 'page: received from api, its frame known']],
    ['document-domain', ['sharedApi: domain domain-set, agrees with 1', 'shared: domain domain-set, agrees with 1']],
    ['canvas',          ['page: getImageData with allow, attribute', 'page: getImageData with cached, attribute-and-header, trap']],
    ['server-proxy',    ['page: through a proxy, via']],
    ['web-socket',      ['page: 1 sent, 14, its handshake known', 'page: 1 received, 14, its handshake known']],
  ])('%s is seen as it happens', async (id, wanted) => {
    const { page, shared } = playground.origins;
    await watched.goto(`${id === 'document-domain' ? shared : page}/technique/${id}/a.html`);
    const seen = async () => {
      const { pageEvents, relays } = await watched.inPanel<Told>(ask);
      const events = pageEvents.map((event) => inWords(event, playground));
      return [...events, ...relays.map((relay) => relayInWords(relay, playground))];
    };
    await expect.poll(seen).toEqual(expect.arrayContaining(wanted));
  });

  // biome-ignore format: a table
  test.each([
    ['server-proxy/a.html', '/technique/server-proxy/proxy', ['Signs of a proxy', '1.1 playground']],
    ['web-socket/b.html',   '/socket.io/',                   ['Socket.IO', 'Polling is plain HTTP']],
  ])('the detail of a request of %s says what it is', async (file, path, wanted) => {
    await watched.goto(`${playground.origins.page}/technique/${file}`);
    const asked = async () =>
      (await watched.inPanel<Told>(ask)).exchanges.find(({ url, preflightFor }) => preflightFor === null && new URL(url).pathname === path);
    const { id } = await until(`a request of ${path}`, asked);
    const row = `document.querySelector('.table-row[data-id="' + CSS.escape(${JSON.stringify(id)}) + '"]')`;
    await until('its row', () => watched.inPanel<boolean>(`!!${row}`));
    await watched.inPanel(`(${row}.click(), 1)`);
    const text = () => watched.inPanel<string>(`document.querySelector('.detail')?.innerText ?? ''`);
    for (const each of wanted) await expect.poll(text).toContain(each);
  });

  test('a name stays in a frame, whatever comes there, and that is flagged', async () => {
    const { page, api } = playground.origins;
    await watched.goto(`${page}/blank`);
    await watched.evaluate(`(() => {
      const frame = document.createElement('iframe');
      frame.src = '/blank';
      frame.onload = () => {
        frame.onload = null;
        frame.contentWindow.name = 'left';
        frame.src = '${api}/blank#given';
      };
      document.body.append(frame);
    })()`);
    const leaks = async () =>
      (await watched.inPanel<Told>(ask)).pageEvents.filter(
        ({ reading }) => reading.risk?.code === 'name-leak',
      );
    await expect
      .poll(async () => (await leaks()).map((event) => inWords(event, playground)))
      .toEqual(['api: name survived from page, 4']);
    // What relays rest on: the URL of a frame's request has its fragment.
    const { exchanges, relays } = await watched.inPanel<Told>(ask);
    expect(exchanges.map(({ url }) => url)).toContain(`${api}/blank#given`);
    expect(relays).toEqual([]);
  });

  test('a tab’s name goes on to other origins in Chromium, and not in Firefox', async () => {
    const { page, otherPort, api } = playground.origins;
    /** The name that is found there after one was written here. */
    const foundAt = async (origin: string) => {
      await watched.goto(`${page}/blank`);
      await watched.evaluate(`(() => { window.name = 'kept'; location.href = '${origin}/blank'; })()`);
      const look = `location.origin === '${origin}' && document.readyState === 'complete' ? [name] : null`;
      const [name] = await until(`${origin} to open`, () =>
        watched.evaluate<readonly string[] | null>(look).catch(() => null),
      );
      return name;
    };
    const kept = browser === 'Firefox' ? '' : 'kept';
    expect([await foundAt(otherPort), await foundAt(api)]).toEqual([kept, kept]);
  });

  test('a window that the page opens is told with why it knows its opener or not', async () => {
    const { page, api } = playground.origins;
    const opening = (...calls: readonly (readonly [policy: string, features: string])[]) =>
      `<script>${calls.map(([policy, features]) => `open(${JSON.stringify(policed(api, policy))}, '', '${features}');`).join('')}</script>`;
    const knows = browser === 'Chromium';
    const seen = async (wanted: readonly string[]) => {
      const found = async () =>
        (await watched.inPanel<Told>(ask)).pageEvents
          .filter((event) => event.kind === 'opener')
          .map((event) => inWords(event, playground))
          .sort();
      await expect.poll(found).toEqual([...wanted].sort());
    };
    await watched.goto(
      policed(
        page,
        '',
        opening(['', ''], ['', 'noopener'], ['same-origin', ''], ['noopener-allow-popups', '']),
      ),
    );
    await seen([
      'api: opener known, unsafe-none after unsafe-none, its request known',
      'api: opener no-policy, unsafe-none after unsafe-none, its request known',
      'api: opener opened-policy, same-origin after unsafe-none, its request known',
      knows
        ? 'api: opener opened-policy, noopener-allow-popups after unsafe-none, its request known'
        : 'api: opener known, unsafe-none after unsafe-none, its request known',
    ]);
    await watched.goto(policed(page, 'same-origin', opening(['', ''], ['same-origin', ''])));
    await seen([
      'api: opener opener-policy, unsafe-none after same-origin, its request known',
      'api: opener both-policies, same-origin after same-origin, its request known',
    ]);
  });
});
