import { beforeEach, expect } from 'vitest';
import { until } from '../../src/cli/browsers/until';
import type { FrameRef, MessageReceived, PageEventFacts } from '../../src/protocol/page-events';
import { describeInBrowsers } from '../browsers/describe-in-browsers';
import { isObserved } from '../browsers/observed';
import { testInTurn } from '../support/in-turn';
import { changeSettings } from '../support/settings';
import { openOnPages, openWatchedPage } from './watched-page';

const isReceived = (event: PageEventFacts): event is MessageReceived =>
  event.kind === 'post-message' && event.direction === 'received';
const count = (events: readonly PageEventFacts[]) => events.reduce((sum, each) => sum + each.count, 0);

const script = (code: string) => `<script>${code}</${'script'}>`;
const quoted = (html: string) => JSON.stringify(html).replaceAll('</', '<\\/');

/** What a frame does in its first script. */
const speak = (kind: string) =>
  script(`addEventListener('message', function heard(event) {});
    name = 'name of ${kind}';
    location.hash = '${kind}';
    parent.postMessage('${kind}', '*');`);

describeInBrowsers('page events', openOnPages, ({ pages, page }, browser) => {
  const test = testInTurn(browser);
  beforeEach(() => page.forget());

  test('are seen from the first script on, in every kind of frame', async () => {
    const frame = (attributes: string) => `<iframe ${attributes}></iframe>`;
    await page.goto(
      pages.url(
        'a',
        [
          script(
            `addEventListener('message', function onTop({ source }) { source.postMessage('pong', '*'); });`,
          ),
          frame(`src="${pages.url('a', speak('same'))}"`),
          frame(`src="${pages.url('b', speak('cross'))}"`),
          frame(`srcdoc="${speak('srcdoc').replaceAll('"', '&quot;')}"`),
          frame(`sandbox="allow-scripts" src="${pages.url('a', speak('sandboxed'))}"`),
          frame(`src="data:text/html,${encodeURIComponent(speak('data'))}"`),
          script(`
            const add = () => document.body.appendChild(document.createElement('iframe'));
            add().src = URL.createObjectURL(new Blob([${quoted(speak('blob'))}], { type: 'text/html' }));
            const written = add().contentDocument;
            written.write(${quoted(speak('written'))});
            written.close();
            add().contentWindow.eval("addEventListener('message', function heard() {}); name = 'name of blank'; parent.postMessage('blank', '*')");`),
        ].join(''),
      ),
    );
    const events = await page.events((all) => all.filter(isReceived).length === 16);
    const [own, other] = [pages.origin('a'), pages.origin('b')];

    for (const [kind, origin] of [
      ['same', own],
      ['cross', other],
      ['srcdoc', own],
      ['sandboxed', 'null'],
      ['data', 'null'],
      ['blob', own],
      ['written', own],
      ['blank', own],
    ] as const) {
      const name = events.find(
        (event) => event.kind === 'window-name' && event.value.text === `name of ${kind}`,
      );
      expect(name, kind).toMatchObject({ frame: { origin }, action: 'written', source: 'page' });
      const { frame: of } = name as PageEventFacts;
      expect(of.frameId, kind).toBeGreaterThan(0);
      const mine = events.filter(({ frame }) => frame.documentId === of.documentId);
      expect(mine.filter(isReceived), kind).toMatchObject([
        { senderOrigin: own, from: { frameId: 0 }, isTrusted: true },
      ]);
      const toTop = events.filter(isReceived).filter(({ from }) => from?.documentId === of.documentId);
      expect(toTop, kind).toMatchObject([{ frame: { frameId: 0 }, senderOrigin: origin, from: of }]);
      expect(toTop[0]?.listeners, kind).toMatchObject([
        { name: 'onTop', registeredAt: { stack: [expect.any(String)] } },
      ]);
      if (kind !== 'written')
        expect(mine.find(isReceived)?.listeners, kind).toMatchObject([{ name: 'heard' }]);
      if (kind === 'blank') continue;
      // Opaque origins have no Navigation API, and no more has a document that was written.
      const by = origin === 'null' || kind === 'written' ? 'not-visible' : 'own-realm';
      const [fragment, ...more] = mine.filter((event) => event.kind === 'location-hash');
      expect(more, kind).toEqual([]);
      expect(fragment, kind).toMatchObject({ newUrl: expect.stringMatching(`#${kind}$`), by });
    }
    // Those of other origins cannot be seen where they are sent from.
    const sent = events.filter((event) => event.kind === 'post-message' && event.direction === 'sent');
    expect(sent).toHaveLength(10);
    expect(JSON.stringify(sent)).not.toContain('extension:');
  });

  test('have their senders while a frame beside them is still loading', async () => {
    const talk = script(`onmessage = () => {}; parent.postMessage('talk', '*');`);
    const framing = [
      `src="${pages.hanging('b')}"`,
      `src="${pages.url('b', talk)}"`,
      `src="${pages.url('c', talk)}"`,
      `sandbox="allow-scripts" src="${pages.url('a', talk)}"`,
      `src="data:text/html,${encodeURIComponent(talk)}"`,
    ].map((attributes) => `<iframe ${attributes}></iframe>`);
    const answers = script(`onmessage = ({ source }) => source.postMessage('answer', '*');`);
    // Nothing waits for the page to load, because it never does.
    const url = pages.url('a', answers + framing.join(''));
    await page.evaluate(`void setTimeout(() => { location.href = ${JSON.stringify(url)}; })`);
    const events = (await page.events((all) => all.filter(isReceived).length === 8)).filter(isReceived);
    const isOnTop = ({ frame: { frameId } }: MessageReceived) => frameId === 0;
    const ids = (frames: readonly (FrameRef | null)[]) => frames.map((frame) => frame?.documentId).sort();
    expect(ids(events.filter(isOnTop).map(({ from }) => from))).toEqual(
      ids(events.filter((event) => !isOnTop(event)).map(({ frame }) => frame)),
    );
  });

  test('are seen in frames of a document from before the recording that names its elements as we name ours', async () => {
    const form = '<form id="corscope"><input name="state"><input name="soon"><input name="module"></form>';
    const old = await openWatchedPage(browser, pages.url('a', form));
    try {
      await old.evaluate(`void document.body.append(document.createElement('iframe'))`);
      await old.evaluate(`void frames[0].eval("name = 'name of blank'")`);
      await old.events((all) =>
        all.some((event) => event.kind === 'window-name' && event.value.text === 'name of blank'),
      );
    } finally {
      await old.close();
    }
  });

  test('keep the lines of a page’s script that calls itself x', async () => {
    const own = `postMessage(1, '*')\\n//# sourceURL=x`;
    await page.goto(pages.url('a', script(`(0, eval)("${own}")`)));
    const isSent = (event: PageEventFacts) => event.kind === 'post-message' && event.direction === 'sent';
    const sent = (await page.events((all) => all.some(isSent))).find(isSent);
    expect(sent && 'callSite' in sent && sent.callSite?.stack[0]).toMatch(/\bx:1:\d+\)?$/);
  });

  test('are counted exactly beyond their bounds', async () => {
    await page.goto(
      pages.url(
        'a',
        script(
          `addEventListener('message', ({ data }) => { if (data < 5000) postMessage(data + 1, '*'); });`,
        ),
      ),
    );
    await page.evaluate('postMessage(1, "*")');
    const total = (all: readonly PageEventFacts[], direction: string) =>
      count(all.filter((event) => event.kind === 'post-message' && event.direction === direction));
    const events = await page.events((all) => total(all, 'received') === 5000 && total(all, 'sent') === 5000);
    expect(events.length).toBeLessThan(2000);
    const sites = events.filter((event) => 'callSite' in event && event.callSite !== null);
    expect(sites.length).toBeGreaterThan(0);
    for (const event of events) if (event.count > 1) expect(event).toMatchObject({ frame: { frameId: 0 } });
  });

  test('are counted exactly though the page keeps them to itself', async () => {
    const forge = `dispatchEvent(new MessageEvent('message', { origin: 'https://forged.example', source: window }));`;
    await page.goto(
      pages.url(
        'a',
        script(
          `addEventListener('message', (event) => {
            event.stopImmediatePropagation();
            if (!event.isTrusted) return;
            if (event.data < 500) postMessage(event.data + 1, '*');
            ${forge}
            dispatchEvent(new Event('message'));
          }, true);`,
        ),
      ),
    );
    await page.evaluate('postMessage(1, "*")');
    const total = (all: readonly PageEventFacts[], isTrusted: boolean, origin: string) =>
      count(
        all.filter(
          (event) =>
            isReceived(event) && event.isTrusted === isTrusted && event.senderOrigin.startsWith(origin),
        ),
      );
    await page.events(
      (all) => total(all, true, 'http') === 500 && total(all, false, 'https://forged.example') === 500,
    );
  });

  test('count what goes through ports, channels and workers, at the ends that are seen', async () => {
    const inner = script(`
      addEventListener('message', ({ ports: [port], source }) => {
        port.onmessage = ({ data }) => port.postMessage(data);
      });
      const cart = new BroadcastChannel('cart');
      cart.addEventListener('message', () => cart.postMessage('heard'));
      parent.postMessage('ready', '*');`);
    await page.goto(
      pages.url(
        'a',
        `<iframe name="near" src="${pages.url('a', inner)}"></iframe><iframe src="${pages.url('b', inner)}"></iframe>${script(`
        const within = new MessageChannel();
        within.port1.onmessage = () => {};
        within.port2.postMessage('nothing crosses');
        const unread = new MessageChannel();
        unread.port1.addEventListener('message', () => globalThis.started = true);
        unread.port2.postMessage('waits for start()');
        const cart = new BroadcastChannel('cart');
        cart.onmessage = () => {};
        addEventListener('message', ({ source }) => {
          const { port1, port2 } = new MessageChannel();
          source.postMessage('a port', '*', [port2]);
          port1.onmessage = () => {};
          for (let n = 0; n < 3; n++) port1.postMessage(n);
          if (source === near) cart.postMessage('hello');
        });
        const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1); onmessage = () => {}'])));
        worker.onmessage = () => worker.postMessage('back');`)}`,
      ),
    );
    const inWords = (event: PageEventFacts) =>
      'channel' in event
        ? [
            event.frame.origin === pages.origin('a') ? (event.frame.frameId === 0 ? 'top' : 'near') : 'far',
            `${event.channel} ${event.direction} × ${event.count}`,
            ...(event.from ? [`from ${event.from === pages.origin('a') ? 'a' : event.from}`] : []),
          ].join(': ')
        : '';
    const summed = (all: readonly PageEventFacts[]) => {
      const counts = new Map<string, number>();
      for (const event of all) {
        const [key = ''] = inWords({ ...event, count: 0 }).split(' × 0');
        if (key) counts.set(key, (counts.get(key) ?? 0) + event.count);
      }
      return Object.fromEntries(counts);
    };
    const wanted = {
      'top: message-port sent': 6,
      'top: message-port received': 6,
      'near: message-port received': 3,
      'near: message-port sent': 3,
      'far: message-port received': 3,
      'far: message-port sent': 3,
      'top: broadcast-channel sent': 1,
      'near: broadcast-channel received': 1,
      'near: broadcast-channel sent': 1,
      'top: broadcast-channel received': 1,
      'top: worker received': 1,
      'top: worker sent': 1,
    };
    const events = await page.events((all) => {
      const found: Readonly<Record<string, number>> = summed(all);
      return Object.entries(wanted).every(([key, total]) => (found[key] ?? 0) >= total);
    });
    expect(summed(events)).toEqual(wanted);
    const ofFar = events.find((event) => 'channel' in event && event.frame.origin === pages.origin('b'));
    expect(ofFar).toMatchObject({ from: pages.origin('a'), source: 'page' });
    // Our listener has started no port.
    expect(await page.evaluate('globalThis.started === undefined')).toBe(true);
  });

  test('tell of documents and windows that a script may not reach into, and of a domain that it may not set', async () => {
    await page.goto(
      pages.url(
        'a',
        script(`
        const frame = document.createElement('iframe');
        frame.contentDocument;
        frame.src = ${JSON.stringify(pages.url('b', 'other'))};
        document.documentElement.append(frame);
        frame.contentDocument;
        frame.onload = () => {
          frame.contentDocument;
          for (const domain of ['localhost', 'b.localhost']) try { document.domain = domain; } catch {}
          setTimeout(() => frames[0].secret);
        };`),
      ),
    );
    const isRefused = ({ kind }: PageEventFacts) => kind === 'dom-access' || kind === 'document-domain';
    const events = await page.events((all) => all.filter(isRefused).length >= 4);
    // Before it has loaded, a frame shows a document of this origin.
    const url = expect.stringContaining(pages.origin('b'));
    expect(
      events.flatMap((event) => (event.kind === 'dom-access' ? event : [])).sort((a, b) => a.atMs - b.atMs),
    ).toMatchObject([
      {
        what: 'content-document',
        url,
        source: 'page',
        callSite: { stack: [expect.stringContaining('a.localhost')] },
      },
      { what: 'property', url: '', message: expect.stringContaining('secret'), source: 'page' },
    ]);
    const isKeyed = browser === 'Chromium';
    expect(events.filter(({ kind }) => kind === 'document-domain')).toMatchObject([
      { value: 'localhost', before: 'a.localhost', after: 'a.localhost', isOriginKeyed: isKeyed },
      { value: 'b.localhost', errorName: 'SecurityError' },
    ]);
  });

  test('tell what cookies are written without their values, and where storage is refused or kept apart', async () => {
    const framed = script(`try { localStorage } catch {} document.hasStorageAccess();`);
    const sandboxed = script(`try { localStorage } catch {} try { indexedDB.open('x') } catch {}`);
    const writes = script(`localStorage.setItem('cart', 'secret ' + Date.now());`);
    await page.goto(
      pages.url(
        'a',
        `<iframe src="${pages.url('b', framed)}"></iframe>
        <iframe sandbox="allow-scripts" src="${pages.url('b', sandboxed)}"></iframe>
        <iframe src="${pages.url('a', writes)}"></iframe>
        ${script(`document.cookie = 'sid=secret; Path=/; SameSite=Lax'; document.cookie = 'bare'; localStorage.getItem('x');`)}`,
      ),
    );
    const inWords = (event: PageEventFacts) =>
      event.kind === 'storage'
        ? [`${event.what} ${event.outcome} ${event.name} in ${event.isFramed ? 'a frame' : 'the page'}`]
        : [];
    const wanted = [
      'cookie written sid=; Path=/; SameSite=Lax in the page',
      'cookie written = in the page',
      'local-storage used  in a frame',
      // Our Chromium blocks what frames of other sites keep.
      `local-storage ${browser === 'Chromium' ? 'refused' : 'used'}  in a frame`,
      'local-storage refused  in a frame',
      'indexed-db refused  in a frame',
      'storage-access asked hasStorageAccess in a frame',
      'local-storage changed cart in the page',
    ];
    const events = await page.events((all) => all.flatMap(inWords).length >= wanted.length);
    expect(events.flatMap(inWords).sort()).toEqual(wanted.sort());
    expect(JSON.stringify(events.filter(({ kind }) => kind === 'storage'))).not.toContain('secret');
  });

  test('tell what a name was when it survived, and who left it', async () => {
    const inner = (then: string) => script(`name = '这是B页面数据内容'; ${then}`);
    const next = pages.url('c', 'read it');
    const start = pages.url('b', inner(`location = ${JSON.stringify(next)};`));
    await page.goto(pages.url('a', `<iframe src="${start}"></iframe>`));
    const isName = (action: string) => (event: PageEventFacts) =>
      event.kind === 'window-name' && event.action === action;
    const events = await page.events((all) => all.some(isName('survived')) && all.some(isName('written')));
    expect(events.find(isName('written'))).toMatchObject({
      frame: { origin: pages.origin('b') },
      value: { text: '这是B页面数据内容', length: 9 },
      source: 'page',
    });
    expect(events.find(isName('survived'))).toMatchObject({
      frame: { origin: pages.origin('c') },
      value: { text: '这是B页面数据内容', length: 9 },
      before: { origin: pages.origin('b'), hadSameValue: true },
      source: 'extension',
    });
  });

  test('know the length of a long name, and keep its beginning', async () => {
    await page.goto(pages.url('a', script(`name = 'n'.repeat(3_000_000);`)));
    const [event] = await page.events((all) => all.some(({ kind }) => kind === 'window-name'));
    expect(event).toMatchObject({ value: { text: 'n'.repeat(1024), length: 3_000_000 } });
    await page.evaluate(`name = ''`);
    await page.events((all) => all.some(({ kind }) => kind === 'window-name'));
  });

  test('say who changed a fragment only where it is certain', async () => {
    const child = pages.url(
      'a',
      script(`addEventListener('hashchange', () => parent.postMessage('', '*'));`),
    );
    await page.goto(pages.url('a', `<iframe src="${child}"></iframe>`));
    await page.evaluate(
      `[(location.hash = 'own'), history.pushState(null, '', '#pushed'), history.replaceState(null, '', '?q#other')]`,
    );
    await page.evaluate(`frames[0].location.hash = 'by-parent'`);
    const isFragment = ({ kind }: PageEventFacts) => kind === 'location-hash';
    const events = (await page.events((all) => all.filter(isFragment).length === 3)).filter(isFragment);
    const ofTop = events.filter(({ frame }) => frame.frameId === 0);
    expect(ofTop).toMatchObject([
      { newUrl: expect.stringMatching(/#own$/) },
      { newUrl: expect.stringMatching(/#pushed$/), oldUrl: expect.stringMatching(/#own$/) },
    ]);
    expect(events.find(({ frame }) => frame.frameId !== 0)).toMatchObject({
      by: 'not-visible',
      callSite: null,
    });
  });

  test('are of tabs that the watched one opens, too', async () => {
    await page.goto(pages.url('a', script(`addEventListener('message', () => {});`)));
    const popup = pages.url(
      'b',
      script(`addEventListener('message', () => {}); opener.postMessage('hello', '*');`),
    );
    await page.evaluate(`void (globalThis.popup = open(${JSON.stringify(popup)}))`);
    const [toOpener] = (await page.events((all) => all.some(isReceived))).filter(isReceived);
    expect(toOpener).toMatchObject({
      frame: { frameId: 0 },
      openedTabId: null,
      senderOrigin: pages.origin('b'),
    });
    expect(toOpener).toMatchObject({
      from: { frameId: 0, origin: pages.origin('b') },
      fromTabId: expect.any(Number),
    });
    await page.evaluate(`popup.postMessage('welcome', '*')`);
    const [toPopup] = (await page.events((all) => all.some(isReceived))).filter(isReceived);
    expect(toPopup).toMatchObject({ frame: { origin: pages.origin('b') }, openedTabId: toOpener?.fromTabId });
    expect(toPopup).toMatchObject({ from: toOpener?.frame, fromTabId: expect.any(Number) });
    await page.evaluate(`popup.close()`);
  });

  test('have data only where somebody asks for it, without running what is in it', async () => {
    await page.goto(pages.url('a', 'data'));
    await page.inWatcher(`port.postMessage({ type: 'data', on: true })`);
    await page.evaluate(`(() => {
      const cyclic = { n: 1, nested: [new Date(0), /x/g, new Map([[1, { deep: [[[[[1]]]]] }]]), -0, 10n, undefined] };
      cyclic.self = cyclic;
      globalThis.send = () => {
        postMessage(cyclic, '*');
        postMessage('"quoted"', '*');
        postMessage('long '.repeat(2_000_000), '*');
        dispatchEvent(new MessageEvent('message', { data: { get bad() { globalThis.wasRead = true; } } }));
      };
    })()`);
    const data = (all: readonly PageEventFacts[]) => all.filter(isReceived).map((event) => event.data?.text);
    // The switch travels to the frame by itself.
    const asked = async (): Promise<readonly MessageReceived[]> => {
      await page.evaluate('send()');
      const events = (await page.events((all) => data(all).length === 4)).filter(isReceived);
      return events.filter((event) => event.data).length === 3 ? events : asked();
    };
    const byTrust = await asked();
    const [object, text, long] = byTrust.filter(({ isTrusted }) => isTrusted);
    expect(object?.data).toEqual({
      text: `{n: 1, nested: [Date(1970-01-01T00:00:00.000Z), /x/g, ${browser === 'Chromium' ? 'Map [[1, {deep: […]}]]' : 'Map…'}, -0, 10n, undefined], self: [Circular]}`,
      length: null,
    });
    expect(text?.data).toEqual({ text: JSON.stringify('"quoted"'), length: 12 });
    expect(long?.data).toEqual({ text: expect.stringMatching(/^"(long )+"… \(10000000\)$/), length: null });
    expect(byTrust.find(({ isTrusted }) => !isTrusted)).toMatchObject({ data: null });
    expect(await page.evaluate('globalThis.wasRead === undefined')).toBe(true);
    await page.inWatcher(`port.postMessage({ type: 'data', on: false })`);
  });

  test('have the data of what came before the frame had heard that somebody asks for it', async () => {
    const next = async () => {
      const [event] = (await page.events((all) => all.some(isReceived))).filter(isReceived);
      return event?.data?.text;
    };
    await page.goto(pages.url('a', 'data'));
    await page.inWatcher(`port.postMessage({ type: 'data', on: true })`);
    await until('the frame to hear of it', async () => {
      await page.evaluate(`postMessage('now', '*')`);
      return (await next()) === '"now"';
    });
    // As busy as pages are in the beginning: the message is the first thing that it comes to.
    const busy = 'const end = performance.now() + 300; while (performance.now() < end);';
    await page.goto(pages.url('a', script(`postMessage('early', '*'); ${busy}`)));
    expect(await next()).toBe('"early"');
    await page.inWatcher(`port.postMessage({ type: 'data', on: false })`);
  });

  test('go on when the background is stopped', async () => {
    await page.goto(pages.url('a', 'stopped'));
    await page.stopBackground();
    await page.inWatcher('gone');
    await page.evaluate(`postMessage('while stopped', '*')`);
    await page.inWatcher('watchAgain()');
    await page.events((all) => all.some(isReceived));
  });

  test('are told of a document that began as the background was stopped', async () => {
    for (let round = 0; round < 8; round++) {
      await page.goto(pages.url('a', script(`postMessage(${round}, '*')`)));
      await page.stopBackground();
      await page.inWatcher('gone');
      await page.inWatcher('watchAgain()');
      await page.events((all) => all.some(isReceived));
    }
  });

  /** Whether a page that went away and back has its documents still: a browser need not keep them. */
  const cameBack = async () => {
    await expect.poll(() => page.evaluate('globalThis.cameBack')).toBeTypeOf('boolean');
    return page.evaluate<boolean>('cameBack');
  };
  const saysSo = script(`onpageshow = ({ persisted }) => { globalThis.cameBack = persisted; };`);

  test('go on in documents that are gone back to', async () => {
    const echo = script(`onmessage = ({ data }) => parent.postMessage('echo of ' + data, '*');`);
    const framing = `<iframe src="${pages.url('b', echo)}"></iframe>`;
    const ask = async (word: string) => {
      await page.evaluate(`frames[0].postMessage('${word}', '*')`);
      const events = await page.events((all) => all.filter(isReceived).length === 2);
      return new Map(events.filter(isReceived).map(({ frame, from }) => [frame.frameId, [frame, from]]));
    };
    const leave = async (): Promise<void> => {
      await page.goto(pages.url('a', saysSo + framing));
      const before = await ask('before');
      await page.goto(pages.url('a', framing));
      await page.evaluate('void setTimeout(() => history.back())');
      if (!(await cameBack())) return leave();
      expect(await ask('after')).toEqual(before);
    };
    await leave();
  });

  // What was said is told some 150 ms later: a page is left before that, after it, and while its frames are looked up.
  test.each([0, 30, 60, 90, 120, 150, 180])('are each told once by who is left %i ms later', async (ms) => {
    const away = pages.url('a', script('onload = () => setTimeout(() => history.back());'));
    const leaving = script(`globalThis.leave = () => {
      delete globalThis.cameBack;
      for (const word of ['one', 'two', 'three']) postMessage(word, '*');
      setTimeout(() => { location.href = ${quoted(away)}; }, ${ms});
    };`);
    const receipts = (events: readonly PageEventFacts[]) => count(events.filter(isReceived));
    const leave = async (): Promise<void> => {
      await page.forget();
      await page.goto(pages.url('a', saysSo + leaving));
      await page.evaluate('leave()');
      const isKept = await cameBack();
      const told = await page.events((all) => receipts(all) >= 3);
      if (!isKept) return leave();
      await page.evaluate(`postMessage('after', '*')`);
      const after = await page.events((all) => receipts(all) >= 1);
      expect([receipts(told), receipts(after)]).toEqual([3, 1]);
    };
    await leave();
  });

  test("are none of a tab that nobody watches, and its functions are the page's again", async () => {
    await page.goto(pages.url('a', 'resting'));
    expect(await page.evaluate(isObserved)).toBe(true);
    await page.inWatcher('port.disconnect()');
    await expect.poll(() => page.evaluate(isObserved)).toBe(false);
    await page.evaluate(`postMessage('unseen', '*')`);
    await page.inWatcher('watchAgain()');
    await expect.poll(() => page.evaluate(isObserved)).toBe(true);
    await page.evaluate(`void (name = 'seen')`);
    const events = await page.events((all) => all.some(({ kind }) => kind === 'window-name'));
    expect(events.filter(isReceived)).toEqual([]);
  });

  test('are seen from our own world alone where the settings say so', async () => {
    await page.inWatcher(changeSettings({ pageWorld: false }));
    const scripts = '(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts()';
    await expect
      .poll(() => page.inWatcher(`${scripts}.then((all) => all.map(({ id }) => id))`))
      .toEqual(['isolated']);
    await page.goto(
      pages.url(
        'a',
        script(
          `addEventListener('message', () => {}); name = 'unseen'; postMessage(1, '*'); location.hash = 'x';`,
        ),
      ),
    );
    const isNews = (event: PageEventFacts) => !('action' in event && event.action === 'survived');
    const events = await page.events((all) => all.filter(isNews).length >= 2);
    expect(events.filter(isNews)).toMatchObject([
      { kind: 'location-hash', by: 'not-visible' },
      { kind: 'post-message', direction: 'received', listeners: null },
    ]);
    const meeting = `[window, document, document.fonts, document.documentElement].map((target) =>
      target.dispatchEvent(new MouseEvent('corscope', { cancelable: true, relatedTarget: new Image() })))`;
    expect(await page.evaluate(meeting)).toEqual([true, true, true, true]);
    await page.inWatcher(changeSettings({ pageWorld: true }));
    await expect.poll(() => page.inWatcher(`${scripts}.then((all) => all.length)`)).toBe(2);
  });
});
