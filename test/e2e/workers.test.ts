import { beforeAll, expect, test } from 'vitest';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import { setPageWorld } from '../agreement/matrix/run-cases';
import { openOnPlayground } from '../behaviour/pages';
import { describeInBrowsers } from '../browsers/describe-in-browsers';

const quoted = (text: string) => JSON.stringify(text);

/** The URL of a script. `scope`: what it may serve as a service worker. */
const script = (body: string, scope = '/none/') =>
  `/x?${new URLSearchParams({ k: 'js', b: body, h: `Service-Worker-Allowed: ${scope}` })}`;

/** Answers as the URL says, and asks for what it needs under another name. */
const serving = `
  oninstall = () => skipWaiting();
  onactivate = (event) => event.waitUntil(clients.claim());
  onfetch = (event) => {
    const { request } = event;
    const { searchParams } = new URL(request.url);
    const own = () => fetch(request.url.replace('c=', 'c=of-'), { mode: 'no-cors' });
    if (searchParams.get('way') === 'own') event.respondWith(new Response('hello'));
    if (searchParams.get('way') === 'opaque') event.respondWith(own());
    if (searchParams.get('way') === 'on') event.respondWith(fetch(request.url));
  };`;

describeInBrowsers('the request', openOnPlayground, ({ playground, tab }, browser) => {
  const isChromium = browser === 'Chromium';
  let report: Report;
  /** Of a document that the service worker answered, with nobody in the page's own world. */
  let unheard: Report;
  const url = (name: string, way = '') => `${playground.origins.api}/x?c=${name}&way=${way}&`;
  const rows = (name: string) => report.exchanges.filter((each) => each.url.includes(`c=${name}&`));
  const row = (name: string) => only(rows(name));
  const only = (found: Report['exchanges']) => {
    expect(found.map((each) => each.url)).toHaveLength(1);
    return found[0];
  };

  beforeAll(async () => {
    // What a page asks for is heard in the documents that come after.
    await tab.goto(`${playground.origins.page}/blank`);
    const asks = (name: string, done: string) =>
      `fetch(${quoted(url(name))}).catch(() => {}).then(() => ${done});`;
    const read = (name: string, way: string) => `new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('GET', ${quoted(url(name, way))});
      request.onloadend = resolve;
      request.send();
    })`;
    const image = (name: string, way: string, crossOrigin: string | null) => `new Promise((resolve) => {
      const picture = Object.assign(document.createElement('img'), { onload: resolve, onerror: resolve });
      picture.crossOrigin = ${JSON.stringify(crossOrigin)};
      picture.src = ${quoted(url(name, way))};
      document.body.append(picture);
    }).then(() => {})`;
    await tab.evaluate(`(async () => {
      await new Promise((resolve) => {
        new Worker(${quoted(script(asks('dedicated', 'postMessage(1)')))}).onmessage = resolve;
      });
      await new Promise((resolve) => {
        const shared = ${quoted(script(`onconnect = ({ ports: [port] }) => ${asks('shared', 'port.postMessage(1)')}`))};
        new SharedWorker(shared).port.onmessage = resolve;
      });
      const controlled = new Promise((resolve) => {
        navigator.serviceWorker.oncontrollerchange = resolve;
      });
      await navigator.serviceWorker.register(${quoted(script(serving, '/'))}, { scope: '/' });
      await controlled;
      await Promise.all([
        fetch(${quoted(url('by-fetch', 'own'))}),
        ${read('by-xhr', 'own')},
        ${read('opaque', 'opaque')},
        fetch(${quoted(url('left'))}).catch(() => {}),
        ${image('opaque-image', 'opaque', '')},
        ${image('passed-on', 'on', null)},
      ]);
    })()`);
    report = await tab.report();
    await tab.inPanel(setPageWorld(false));
    await tab.goto(`${playground.origins.page}/x?c=document&way=own&`);
    await tab.evaluate(`Promise.all([
      fetch(${quoted(url('alone', 'own'))}, { method: 'PUT' }),
      fetch(${quoted(url('alone-left'))}).catch(() => {}),
      new Promise((resolve) => {
        const picture = new Image();
        picture.onload = picture.onerror = resolve;
        picture.src = ${quoted(url('picture', 'own'))};
      }),
    ])`);
    // The browser tells of a document's timing some time after it has loaded; a busy one, long after.
    unheard = await until('the document that was answered', async () => {
      const found = await tab.report();
      return found.exchanges.some((each) => each.url.includes('c=document&')) && found;
    });
  });

  test('of a dedicated worker is its page’s', () => {
    expect(row('dedicated')).toMatchObject({
      frame: { frameId: 0, origin: playground.origins.page },
      initiator: isChromium ? 'unknown' : 'dedicated-worker',
      outcome: 'blocked',
      outcomeBasis: 'observed',
      browserReason: isChromium ? 'MissingAllowOriginHeader' : 'CORSMissingAllowOrigin2',
    });
  });

  test.each(['shared', 'of-opaque'])('of a worker of no page in particular is shown as such: %s', (name) => {
    expect(row(name)).toMatchObject({
      frame: { frameId: -1, documentId: null, origin: playground.origins.page },
      initiator: 'unknown',
      outcome: name === 'shared' ? 'blocked' : 'opaque',
    });
  });

  test.each(['by-fetch', 'by-xhr', 'opaque'])('that a service worker answered says so: %s', (name) => {
    expect(row(name)).toMatchObject({
      frame: { frameId: 0 },
      headline: expect.stringMatching(/service worker/),
    });
    // Chromium times what was answered, and nothing that came to nothing.
    expect(row(name)?.servedBy).toBe(isChromium && name === 'opaque' ? 'unknown' : 'service-worker');
  });

  test('that it answered is judged by what the page was told', () => {
    const words = ['by-fetch', 'by-xhr', 'opaque'].map((name) => row(name)?.outcome);
    expect(words).toEqual(isChromium ? ['allowed', 'allowed', 'unknown'] : ['unknown', 'allowed', 'failed']);
    if (isChromium)
      expect(row('by-fetch')).toMatchObject({ status: 200, credentialsMode: { basis: 'observed' } });
  });

  test('of an image by CORS that it answered with an opaque response is there', () => {
    expect(row('opaque-image')).toMatchObject({
      pageSaw: { value: 'error' },
      candidates: expect.arrayContaining(['service-worker-opaque', 'service-worker-failed']),
    });
  });

  test('of an image is linked with the one that the service worker made for it', () => {
    const found = rows('passed-on');
    const own = found.find(({ frame }) => frame.frameId === -1);
    const page = found.find(({ frame }) => frame.frameId === 0);
    expect(found).toHaveLength(2);
    expect(own?.workerLink).toEqual({ made: [], madeFor: [page?.id], isModeChanged: true });
    expect(page?.workerLink).toEqual({ made: [own?.id], madeFor: [], isModeChanged: true });
    expect(own?.findings[0]?.code).toBe('allow-origin-missing');
  });

  test.each(['document', 'alone', 'picture'])('that it answered is there without page hints: %s', (name) => {
    const found = only(unheard.exchanges.filter((each) => each.url.includes(`c=${name}&`)));
    expect(found).toMatchObject({
      frame: { frameId: 0 },
      headline: expect.stringMatching(/service worker/),
      servedBy: 'service-worker',
    });
    if (!isChromium) return;
    expect(found).toMatchObject({ requestId: '', status: 200, outcome: 'allowed' });
    // What it was asked with, timing does not say.
    expect(found?.assumptions.some(({ field }) => field === 'method')).toBe(name !== 'document');
  });

  test('that it left alone is one row, and no answer', () => {
    const found = only(unheard.exchanges.filter((each) => each.url.includes('c=alone-left&')));
    expect(found).toMatchObject({ outcome: 'blocked', findings: [{ code: 'allow-origin-missing' }] });
    expect(found?.requestId).not.toBe('');
  });

  test('that it left alone is judged like any other', () => {
    expect(row('left')).toMatchObject({ outcome: 'blocked', findings: [{ code: 'allow-origin-missing' }] });
  });

  test('is never left pending', () => {
    expect(report.exchanges.filter(({ outcome }) => outcome === 'pending')).toEqual([]);
  });
});
