import type { OriginKey } from '../origins';
import type { Query, Scenario, Step, Text } from '../scenario';
import { allowed, embed, get, postJson, put } from '../steps';

/** A page that a piece of advice is about, and one that is safe. */
function pair(
  code: string,
  title: Text,
  steps: readonly Step[],
  safe: readonly Step[],
  { on = 'page', safeOn = on }: { readonly on?: Scenario['on']; readonly safeOn?: Scenario['on'] } = {},
): readonly Scenario[] {
  const named = (sign: string) => ({ en: `${title.en} ${sign}`, 'zh-CN': `${title['zh-CN']} ${sign}` });
  return [
    { id: `advice-${code}`, title, section: 'advice', on, advice: code, steps },
    { id: `safe-${code}`, title: named('✓'), section: 'advice', on: safeOn, steps: safe },
  ];
}

const included = { credentials: 'include' } as const;
const omitted = { credentials: 'omit' } as const;
/** A script of the page itself. */
const run = (b: string) => embed('script', 'page', { k: 'js', b });
/** A frame of another origin that runs a script. */
const frame = (to: OriginKey, script: string, query: Query = {}) =>
  embed('iframe', to, { k: 'html', b: `<script>${script}</script>`, ...query });
const query = (...lines: readonly string[]) =>
  new URLSearchParams(lines.map((line) => ['h', line])).toString().replaceAll('$', '%24');
const fetches = (url: string, mode = 'include') => `fetch("${url}", { credentials: "${mode}" })`;
const elsewhere = (to: OriginKey, url: string, mode?: string) => frame(to, fetches(url, mode));
const stored = 'Cache-Control: max-age=60';
const withHeader = (name: string) => ({ headers: { [name]: '1' }, ...omitted });
const listens = (body: string) => run(`addEventListener("message", (e) => { ${body} });`);
const greets = frame('third', 'parent.postMessage("hello", "*");');
/** Requests one URL again and again, one after the other. */
const again = (url: string, ...calls: readonly string[]) =>
  run(`(async () => { for (const init of [${calls.join(', ')}]) await fetch("${url}", init); })();`);
const puts = '{ method: "PUT" }';
const named = ['x-a', 'x-b', 'x-c'].map((name) => `{ headers: { "${name}": "1" } }`);

const session = (attributes: string) =>
  get(
    'api',
    { okc: '1', h: `Set-Cookie: sid=1; Path=/account; ${attributes}` },
    { ...included, path: '/account/x' },
  );
const change = { ...included, path: '/account/email/x' };
/** A script that is preloaded, and then loaded with CORS. */
const preloads = (crossOrigin: string) =>
  run(`pending = (async () => {
  const url = "{api}/lib/x?k=js&h=Access-Control-Allow-Origin:*${crossOrigin && '&v=2'}";
  const load = (name, properties) => new Promise((resolve) => {
    const element = Object.assign(document.createElement(name), properties);
    element.onload = element.onerror = ({ type }) => resolve(type);
    document.head.append(element);
  });
  await load("link", { rel: "preload", as: "script", href: url, ${crossOrigin} });
  return load("script", { crossOrigin: "anonymous", src: url });
})();`);

/** What the Advice view shows, each beside a page without it. */
export const advice: readonly Scenario[] = [
  ...pair(
    'reflected-origin',
    { en: 'Every origin is allowed with credentials', 'zh-CN': '任意源都被允许携带凭据' },
    [get('api', { okc: '1' }, included), elsewhere('third', '{api}/x?okc=1')],
    [get('api', { okc: '1' }, included), elsewhere('third', '{api}/x')],
  ),
  ...pair(
    'loose-origin-match',
    { en: 'Only the beginning of the origin is compared', 'zh-CN': '只比较源的开头' },
    [
      get('api', { okc: '1' }, included),
      frame(
        'third',
        `location = "{page}".replace(".localhost", ".localhost.other.localhost") + "/x?k=html&b=" + encodeURIComponent("<script>fetch('{api}/x?okc=1', { credentials: 'include' })</" + "script>")`,
      ),
    ],
    [get('api', { okc: '1' }, included)],
  ),
  ...pair(
    'null-origin-with-credentials',
    { en: 'null is allowed with credentials', 'zh-CN': '允许 null 携带凭据' },
    [get('api', { okc: '1' }, included)],
    [get('api', { okc: '1' }, included)],
    { on: 'sandboxed-frame', safeOn: 'page' },
  ),
  ...pair(
    'null-origin-allowed',
    { en: 'null is allowed', 'zh-CN': '允许 null' },
    [get('api', { h: allowed }, omitted)],
    [get('api', { h: 'Access-Control-Allow-Origin: *' }, omitted)],
    { on: 'sandboxed-frame' },
  ),
  ...pair(
    'insecure-origin-trusted',
    { en: 'An https server trusts an http page', 'zh-CN': 'https 服务器信任 http 页面' },
    [get('otherScheme', { okc: '1' }, included)],
    [get('otherScheme', { ok: '1' }, omitted)],
    { on: 'plain' },
  ),
  ...pair(
    'simple-state-change',
    { en: 'A POST with cookies and without a preflight', 'zh-CN': '携带 Cookie 且无需预检的 POST' },
    [
      session('SameSite=None; Secure; Partitioned'),
      get('api', { okc: '1' }, { ...change, method: 'POST', body: 'a=1' }),
    ],
    [session('SameSite=None; Secure; Partitioned'), postJson('api', { okc: '1' }, change)],
  ),
  ...pair(
    'jsonp-with-cookies',
    { en: 'JSONP with cookies', 'zh-CN': '携带 Cookie 的 JSONP' },
    [
      run('window.jQuery111_222 = () => {};'),
      get(
        'sameSite',
        { okc: '1', h: 'Set-Cookie: sid=1; Path=/signed-in' },
        { ...included, path: '/signed-in/x' },
      ),
      embed(
        'script',
        'sameSite',
        { k: 'js', callback: 'jQuery111_222', b: 'jQuery111_222({ "user": "liam" })' },
        { path: '/signed-in/x' },
      ),
    ],
    [
      run('window.jQuery111_222 = () => {};'),
      embed(
        'script',
        'sameSite',
        { k: 'js', callback: 'jQuery111_222', b: 'jQuery111_222({ "user": "liam" })' },
        { path: '/public/x' },
      ),
    ],
  ),
  ...pair(
    'listener-without-check',
    { en: 'A listener without a check', 'zh-CN': '没有检查的监听器' },
    [listens('document.title = e.data;'), greets],
    [listens('if (e.origin === "{third}") document.title = e.data;'), greets],
  ),
  ...pair(
    'loose-listener-check',
    { en: 'A listener compares only the window', 'zh-CN': '监听器只比较窗口' },
    [listens('if (e.source !== frames[0]) return; document.title = e.data;'), greets],
    [listens('if (e.origin !== "{third}") return; document.title = e.data;'), greets],
  ),
  ...pair(
    'star-target-origin',
    { en: 'A reply with "*"', 'zh-CN': '以 "*" 回复' },
    [listens('if (e.origin === "{third}") e.source.postMessage("welcome", "*");'), greets],
    [listens('if (e.origin === "{third}") e.source.postMessage("welcome", e.origin);'), greets],
  ),
  ...pair(
    'open-local-server',
    { en: 'A local server for every site', 'zh-CN': '对任何网站开放的本机服务器' },
    [get('api', { h: 'Access-Control-Allow-Origin: *' }, { method: 'POST', body: 'x', ...omitted })],
    [get('api', { h: allowed }, { method: 'POST', body: 'x', ...omitted })],
  ),
  ...pair(
    'open-socket',
    { en: 'A WebSocket for every origin', 'zh-CN': '对任何源开放的 WebSocket' },
    [run('new WebSocket("{ws:api}/live");'), frame('third', 'new WebSocket("{ws:api}/live");')],
    [run('new WebSocket("{ws:api}/live");'), frame('third', 'new WebSocket("{ws:api}/live?st=403");')],
  ),
  ...pair(
    'echo-without-vary',
    { en: 'The allowed origin changes without Vary', 'zh-CN': '允许的源变化却没有 Vary' },
    [
      get('api', { h: [allowed, stored] }, omitted),
      elsewhere('third', `{api}/x?${query(allowed, stored)}`, 'omit'),
    ],
    [
      get('api', { h: [allowed, stored, 'Vary: Origin'] }, omitted),
      elsewhere('third', `{api}/x?${query(allowed, stored, 'Vary: Origin')}`, 'omit'),
    ],
  ),
  ...pair(
    'wildcard-with-secrets',
    { en: '* for a response that sets a cookie', 'zh-CN': '设置 Cookie 的响应返回 *' },
    [get('api', { h: ['Access-Control-Allow-Origin: *', 'Set-Cookie: visitor=1'] }, omitted)],
    [get('api', { h: 'Access-Control-Allow-Origin: *' }, omitted)],
  ),
  ...pair(
    'preflights-not-cached',
    { en: 'Preflights that are never cached', 'zh-CN': '从不缓存的预检' },
    [again('{api}/x?ok=1&ph=Access-Control-Max-Age:0', puts, puts, puts)],
    [again('{api}/x?ok=1&ph=Access-Control-Max-Age:600', puts, puts, puts)],
  ),
  ...pair(
    'preflight-lists-too-short',
    { en: 'Preflights that allow one header each', 'zh-CN': '每次预检只允许一个请求头' },
    [again('{api}/x?ok=1', ...named)],
    [again('{api}/x?ok=1&ph=Access-Control-Allow-Headers:x-a,x-b,x-c', ...named)],
  ),
  ...pair(
    'preflights-per-url',
    { en: 'A preflight for each URL', 'zh-CN': '每个 URL 一次预检' },
    Array.from({ length: 8 }, () => put('api', { ok: '1' })),
    [again('{api}/x?ok=1&ph=Access-Control-Max-Age:600', puts, puts, puts, puts, puts, puts, puts, puts)],
  ),
  ...pair(
    'preflight-time',
    { en: 'Many preflights', 'zh-CN': '许多预检' },
    Array.from({ length: 10 }, () => put('api', { ok: '1' })),
    [put('api', { ok: '1' })],
  ),
  ...pair(
    'preload-fetched-twice',
    { en: 'A preload that is not used', 'zh-CN': '没有用上的预加载' },
    [preloads('')],
    [preloads('crossOrigin: "anonymous"')],
  ),
  ...pair(
    'sdk-preflight-headers',
    { en: 'A monitoring script adds headers', 'zh-CN': '监控脚本添加请求头' },
    [get('api', { ok: '1' }, { headers: { 'sentry-trace': '1', baggage: 'a=1' }, ...omitted })],
    [get('api', { ok: '1' }, omitted)],
  ),
  ...pair(
    'needless-preflight-header',
    { en: 'A header out of habit', 'zh-CN': '多余的请求头' },
    [get('api', { ok: '1' }, withHeader('X-Requested-With'))],
    [get('api', { ok: '1' }, omitted)],
  ),
  ...pair(
    'safelisted-content-type',
    { en: 'JSON makes the preflight necessary', 'zh-CN': 'JSON 触发预检' },
    [postJson('api', { ok: '1' }, omitted), postJson('api', { ok: '1' }, omitted)],
    [get('api', { ok: '1' }, { method: 'POST', body: '{}', ...omitted })],
  ),
];
