import { beforeEach, test as declareTest, expect } from 'vitest';
import type { OriginKey } from '../../playground/origins';
import type { PageCall, PageHint } from '../../src/protocol/page-hints';
import { describeInBrowsers } from '../browsers/describe-in-browsers';
import { testInTurn } from '../support/in-turn';
import { openOnPlayground } from './watched-page';

const attribute = (url: string) => url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const allowed = { h: 'Access-Control-Allow-Origin: *' };
/** What must not be used. */
const integrity = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

describeInBrowsers('what our own world sees', openOnPlayground, ({ playground, page }, browser) => {
  const test = testInTurn(browser);
  const serve = (on: OriginKey, parameters: Readonly<Record<string, string>>) =>
    `${playground.origins[on]}/x?${new URLSearchParams(parameters)}`;

  beforeEach(() => page.forget());

  const goto = (html: string, header = 'X-None: 1') =>
    page.goto(
      serve('page', { k: 'html', b: `<!doctype html><link rel="icon" href="data:,">${html}`, h: header }),
    );

  /** How each element ended, by the name that its URL has. */
  const endOf = (hints: readonly PageHint[], name: string) => {
    const call = hints.find(
      (hint): hint is PageCall => hint.type === 'call' && hint.url.includes(`c=${name}&`),
    );
    const end = hints.find((hint) => hint.type === 'ended' && hint.call === call?.id);
    return call && end?.type === 'ended'
      ? { ...call.element, integrity: call.integrity, how: end.how }
      : null;
  };
  const all = async (...names: readonly string[]) => {
    const hints = await page.hints((seen) => names.every((name) => endOf(seen, name)));
    return (name: string) => endOf(hints, name);
  };

  test('is how elements end, with what they asked for', async () => {
    const url = (c: string, k: string, more: Readonly<Record<string, string>> = {}) =>
      attribute(serve('api', { c, k, ...more }));
    await goto(`
    <img src="${url('img', 'img')}">
    <img crossorigin src="${url('img-cors', 'img')}">
    <script src="${url('script', 'js')}"></script>
    <script src="${url('script-sri', 'js', allowed)}" crossorigin integrity="${integrity}"></script>
    <script src="${url('module', 'text', allowed)}" type="module"></script>
    <link rel="stylesheet" href="${url('style', 'css')}">
    <link rel="stylesheet" crossorigin="use-credentials" href="${url('style-cors', 'css')}">
    <video src="${url('video', 'text')}"></video>
    <audio crossorigin><source src="${url('source', 'text')}"></audio>
    <iframe src="${url('iframe', 'html')}"></iframe>
    <svg width="9" height="9"><image width="9" height="9" href="${url('svg-image', 'img')}"></image></svg>
    <img src="data:,">`);
    const end = await all(
      ...['img', 'img-cors', 'script', 'script-sri', 'module', 'style', 'style-cors', 'video', 'source'],
      'iframe',
      // Chromium fires no event at it.
      ...(browser === 'Firefox' ? ['svg-image'] : []),
    );
    const plain = { crossOrigin: null, isModule: false };
    const anonymous = { ...plain, crossOrigin: 'anonymous' };
    expect(end('img')).toMatchObject({ name: 'img', ...plain, how: 'load', integrity: null });
    expect(end('img-cors')).toMatchObject({ name: 'img', ...anonymous, how: 'error' });
    expect(end('script')).toMatchObject({ name: 'script', ...plain, how: 'load', integrity: '' });
    expect(end('script-sri')).toMatchObject({ name: 'script', ...anonymous, how: 'error', integrity });
    expect(end('module')).toMatchObject({ name: 'script', ...plain, isModule: true, how: 'error' });
    expect(end('style')).toMatchObject({ name: 'link', ...plain, how: 'load' });
    expect(end('style-cors')).toMatchObject({ name: 'link', crossOrigin: 'use-credentials', how: 'error' });
    expect(end('video')).toMatchObject({ name: 'video', ...plain, how: 'error' });
    expect(end('source')).toMatchObject({ name: 'source', ...anonymous, how: 'error' });
    expect(end('iframe')).toMatchObject({ name: 'iframe', ...plain, how: 'load' });
    if (browser === 'Firefox') expect(end('svg-image')).toMatchObject({ name: 'image', how: 'load' });
  });

  test('is how fonts end, by the rule that names them', async () => {
    const font = serve('api', { c: 'font', k: 'text' });
    await goto(`<style>@font-face { font-family: 'Sans One'; font-weight: bold; src: url("${font}") }
    @font-face { font-family: 'Sans One'; src: url("${serve('api', { c: 'other', k: 'text' })}") }
    p { font: bold 1em 'Sans One' }</style><p>text`);
    const end = await all('font');
    expect(end('font')).toMatchObject({ name: 'font', how: 'error' });
    expect(end('other')).toBeNull();
  });

  test('is what policies were against', async () => {
    const url = serve('api', { c: 'csp', k: 'text' });
    await goto('', "Content-Security-Policy: connect-src 'self'");
    await page.evaluate(`fetch(${JSON.stringify(url)}).catch(() => {})`);
    const [violation] = await page.hints((seen) => seen.some(({ type }) => type === 'csp-violation'));
    expect(violation).toMatchObject({
      type: 'csp-violation',
      blockedUrl: url,
      directive: 'connect-src',
      disposition: 'enforce',
      frame: { frameId: 0, origin: playground.origins.page },
    });
  });

  // Firefox does not report it.
  if (browser === 'Chromium')
    declareTest('has what embeds the page', async () => {
      const url = serve('api', { c: 'coep', k: 'img' });
      await goto(`<img src="${attribute(url)}">`, 'Cross-Origin-Embedder-Policy: require-corp');
      const hints = await page.hints((seen) => seen.some(({ type }) => type === 'coep-violation'));
      expect(hints.find(({ type }) => type === 'coep-violation')).toMatchObject({
        blockedUrl: url,
        disposition: 'enforce',
      });
    });

  test('is nothing that the page itself dispatched', async () => {
    const url = (c: string) => serve('api', { c, k: 'text' });
    await goto(`<div id="own"></div><script>
    const at = (element, type) => element.dispatchEvent(new Event(type, { bubbles: true }));
    const own = Object.assign(document.querySelector('#own'), { src: ${JSON.stringify(url('forged'))} });
    for (const type of ['load', 'loadedmetadata', 'error']) at(own, type);
    const violation = { blockedURI: ${JSON.stringify(url('forged'))}, effectiveDirective: 'img-src', disposition: 'enforce' };
    dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', violation));
    for (const type of ['navigate', 'currententrychange']) navigation.dispatchEvent(new Event(type));
    dispatchEvent(new HashChangeEvent('hashchange', { oldURL: 'https://a.example/', newURL: 'https://a.example/#forged' }));
  </script><img src="${attribute(url('real'))}">`);
    const hints = await page.hints((seen) => endOf(seen, 'real') !== null);
    expect(endOf(hints, 'real')).toMatchObject({ name: 'img', how: 'error' });
    expect(JSON.stringify(hints)).not.toContain('forged');
  });

  test('is heard after the document was written anew', async () => {
    await goto('');
    await page.evaluate(`(() => { document.open(); document.write('<p>anew'); document.close(); })()`);
    const url = serve('api', { c: 'anew', k: 'img' });
    await page.evaluate(
      `void document.body.append(Object.assign(new Image(), { src: ${JSON.stringify(url)} }))`,
    );
    const end = await all('anew');
    expect(end('anew')).toMatchObject({ how: 'load' });
  });
});
