import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageReceived, PageEventFacts } from '../../src/protocol/page-events';
import { openInChromium, openInFirefox, type Pages, servePages, type WatchedPage } from './watched-page';

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

describe.each([
  ['Chromium', openInChromium],
  ['Firefox', openInFirefox],
])('in %s, page events', (browser, open) => {
  let pages: Pages;
  let page: WatchedPage;
  beforeAll(async () => {
    pages = await servePages();
    page = await open(pages.url('a', 'first'));
  });
  afterAll(async () => {
    await page?.close();
    await pages?.close();
  });

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
    expect(browser).toBeTruthy();
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
});
