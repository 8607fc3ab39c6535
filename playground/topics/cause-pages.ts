import { caused } from '../caused';
import { allowed, embed, get, img } from '../steps';

const included = { credentials: 'include' } as const;
/** A script of the page itself. What its `pending` resolves with is what the page sees. */
const run = (b: string) => embed('script', 'page', { k: 'js', b });
const signIn = (cookie: string) =>
  get('api', { okc: '1', h: `Set-Cookie: ${cookie}; Path=/session` }, { ...included, path: '/session/x' });
const needsSession = { okc: '1', needs: 'Cookie' };
const me = get('api', needsSession, { ...included, path: '/session/me/x' });

const canvas = (crossOrigin: string) =>
  run(`pending = new Promise((resolve) => {
  const image = Object.assign(new Image(), { ${crossOrigin} onload() {
    const canvas = document.createElement('canvas');
    canvas.getContext('2d').drawImage(image, 0, 0);
    try { canvas.toDataURL(); resolve('read'); } catch (error) { resolve(error.name); }
  } });
  image.src = '{api}/x?k=svg&h=Access-Control-Allow-Origin:*';
});`);
const font = (crossOrigin: string) =>
  run(`pending = (async () => {
  const url = '{api}/x?font=${crossOrigin ? 2 : 1}&h=Access-Control-Allow-Origin:*&h=Content-Type:font/ttf&h=Cache-Control:max-age=600&b=';
  const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'font', href: url, ${crossOrigin} });
  await new Promise((resolve) => { link.onload = link.onerror = resolve; document.head.append(link); });
  return new FontFace('serif2', 'url("' + url + '")').load().then(() => 'load', (error) => error.name);
})();`);
const beacon = (type: string) =>
  run(`pending = navigator.sendBeacon(
  '{api}/x?ph=Access-Control-Allow-Origin:{page}&ph=Access-Control-Allow-Headers:content-type&type=${encodeURIComponent(type)}',
  new Blob(['{}'], { type: '${type}' }));`);
const worker = (url: string) =>
  run(`pending = new Promise((resolve) => {
  const code = "fetch('{api}/x?h=Access-Control-Allow-Origin:{page}').then((r) => postMessage(r.status), (e) => postMessage(e.name))";
  new Worker(${url}).onmessage = ({ data }) => resolve(data);
});`);
const startWorker = (url: string) =>
  run(`pending = new Promise((resolve) => {
  try {
    const worker = new Worker(${url});
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = () => resolve('error');
  } catch (error) { resolve(error.name); }
});`);
const socket = (query: string) =>
  run(`pending = new Promise((resolve) => {
  const socket = new WebSocket('{ws:api}/live${query}');
  socket.onopen = () => resolve('open');
  socket.onerror = () => resolve('error');
});`);

/** A frame; one that is blocked has no event in Firefox. It comes after the page, whose load would wait for it. */
const frame = (path: string, ...headers: readonly string[]) => {
  const query = new URLSearchParams([
    ['k', 'html'],
    ['b', '<script>parent.postMessage("shown", "*")</script>'],
    ...headers.map((line) => ['h', line] as [string, string]),
  ]);
  return run(`pending = new Promise((resolve) => {
  addEventListener('message', ({ origin, data }) => origin === '{api}' && resolve(data));
  const show = () => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: '{api}${path}?${query}' }));
    setTimeout(resolve, 500, 'nothing');
  };
  if (document.readyState === 'complete') show();
  else addEventListener('load', show);
});`);
};

/** Failures that the page itself explains: how it requests, embeds or reads something. */
export const causesOfPages = [
  caused(
    'session-cookie-same-site',
    'certain',
    { en: 'The session cookie is SameSite=Lax', 'zh-CN': '会话 Cookie 是 SameSite=Lax' },
    [signIn('lax=1; SameSite=Lax'), me],
    [signIn('none=1; SameSite=None; Secure; Partitioned'), me],
  ),
  caused(
    'secure-cookie-on-http',
    'certain',
    {
      en: 'The session cookie is Secure, and the server uses http',
      'zh-CN': '会话 Cookie 是 Secure，而服务器使用 http',
    },
    [
      get(
        'plainApi',
        { okc: '1', h: 'Set-Cookie: safe=1; Secure; Path=/session' },
        { ...included, path: '/session/x' },
      ),
      get('plainApi', needsSession, { ...included, path: '/session/me/x' }),
    ],
    [
      get('plain', { h: 'Set-Cookie: own=1; Path=/session' }, { ...included, path: '/session/x' }),
      get('plain', needsSession, { ...included, path: '/session/me/x' }),
    ],
    { on: 'plain' },
  ),
  caused(
    'credentials-not-included',
    'likely',
    { en: 'The page does not include credentials', 'zh-CN': '页面没有携带凭据' },
    [
      get(
        'sameSite',
        { okc: '1', h: 'Set-Cookie: sid=1; Path=/session' },
        { ...included, path: '/session/x' },
      ),
      get('sameSite', needsSession, { credentials: 'same-origin', path: '/session/me/x' }),
    ],
    [
      get(
        'sameSite',
        { okc: '1', h: 'Set-Cookie: sid=1; Path=/session' },
        { ...included, path: '/session/x' },
      ),
      get('sameSite', needsSession, { ...included, path: '/session/me/x' }),
    ],
  ),
  caused(
    'no-cors-as-cure',
    'likely',
    { en: 'no-cors is used to “fix” CORS', 'zh-CN': '用 no-cors 来“解决”跨域' },
    [get('api', { k: 'json' }, { mode: 'no-cors' })],
    [get('api', { k: 'json', h: allowed })],
  ),
  caused(
    'opaque-origin',
    'certain',
    { en: 'A sandboxed frame has the origin null', 'zh-CN': '沙箱框架的源是 null' },
    [get('api', { h: 'Access-Control-Allow-Origin: {page}' })],
    [get('api', { h: 'Access-Control-Allow-Origin: {page}' })],
    { on: 'sandboxed-frame', fixed: { on: 'page' } },
  ),
  caused(
    'tainted-canvas',
    'certain',
    { en: 'The canvas is tainted by an image', 'zh-CN': '画布被图片污染' },
    [canvas('')],
    [canvas('crossOrigin: "anonymous",')],
  ),
  caused(
    'font-preload-mode',
    // Firefox preloads a font with CORS, and requests it again all the same.
    { Chromium: 'certain', Firefox: 'possible' },
    { en: 'The font preload has no crossorigin', 'zh-CN': '字体预加载没有 crossorigin' },
    [font('')],
    [font('crossOrigin: "anonymous"')],
  ),
  caused(
    'beacon-with-json',
    'certain',
    { en: 'sendBeacon() with JSON', 'zh-CN': '用 sendBeacon() 发送 JSON' },
    [beacon('application/json')],
    [beacon('text/plain')],
  ),
  caused(
    'worker-from-data-url',
    'likely',
    { en: 'A worker from a data: URL', 'zh-CN': '由 data: URL 创建的 Worker' },
    [get('api', { ok: '1' }), worker(`'data:text/javascript,' + encodeURIComponent(code)`)],
    [get('api', { ok: '1' }), worker(`URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))`)],
  ),
  caused(
    'cross-origin-worker',
    'certain',
    { en: 'A worker of another origin', 'zh-CN': '另一个源的 Worker' },
    [startWorker(`'{api}/x?k=js&b=postMessage(1)'`)],
    [startWorker(`'{page}/x?k=js&b=postMessage(1)'`)],
  ),
  caused(
    'socket-origin-check',
    // Chromium does not show the status of a handshake.
    { Chromium: null, Firefox: 'likely' },
    { en: 'The server rejects the WebSocket’s origin (403)', 'zh-CN': '服务器拒绝 WebSocket 的源（403）' },
    [socket('?st=403')],
    [socket('')],
  ),
  caused(
    'resource-policy',
    'certain',
    { en: 'A default header forbids the image', 'zh-CN': '默认响应头禁止嵌入图片' },
    [img('api', { h: 'Cross-Origin-Resource-Policy: same-origin' })],
    [img('api', { h: 'Cross-Origin-Resource-Policy: cross-origin' })],
  ),
  caused(
    'default-embedding-headers',
    'likely',
    { en: 'Default headers forbid a widget', 'zh-CN': '默认响应头禁止嵌入小组件' },
    [
      embed(
        'script',
        'api',
        { k: 'js', h: 'Cross-Origin-Resource-Policy: same-origin' },
        { path: '/widget/x' },
      ),
      frame('/frame/x', 'X-Frame-Options: SAMEORIGIN'),
    ],
    [
      embed(
        'script',
        'api',
        { k: 'js', h: 'Cross-Origin-Resource-Policy: cross-origin' },
        { path: '/widget/x' },
      ),
      frame('/frame/x'),
    ],
  ),
  caused(
    'frame-needs-embedder-policy',
    'certain',
    { en: 'The frame needs an embedder policy', 'zh-CN': '框架需要嵌入方策略' },
    [frame('/x')],
    [frame('/x', 'Cross-Origin-Embedder-Policy: require-corp', 'Cross-Origin-Resource-Policy: cross-origin')],
    { policy: 'Cross-Origin-Embedder-Policy: require-corp' },
  ),
  caused(
    'embedder-policy',
    'certain',
    { en: 'The page’s embedder policy blocks an image', 'zh-CN': '页面的嵌入方策略拦截图片' },
    [img('api', {})],
    [img('api', { h: 'Cross-Origin-Resource-Policy: cross-origin' })],
    { policy: 'Cross-Origin-Embedder-Policy: require-corp' },
  ),
  caused(
    'content-security-policy',
    'certain',
    { en: 'The page’s own policy blocks the request', 'zh-CN': '页面自身的策略拦截请求' },
    [get('api', { ok: '1' })],
    [get('api', { ok: '1' })],
    {
      policy: "Content-Security-Policy: connect-src 'self'",
      fixed: { policy: "Content-Security-Policy: connect-src 'self' {api}" },
    },
  ),
  caused(
    'error-page-for-resource',
    'certain',
    { en: 'A script’s URL answers with an HTML page (404)', 'zh-CN': '脚本的 URL 返回 HTML 页面（404）' },
    [embed('script', 'api', { k: 'html', st: '404', h: 'X-Content-Type-Options: nosniff' })],
    [embed('script', 'api', { k: 'js', h: 'X-Content-Type-Options: nosniff' })],
  ),
];
