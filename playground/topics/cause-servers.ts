import { caused } from '../caused';
import { allowed, get, img, postJson, put } from '../steps';

const sibling = get('api', { ok: '1' }, { path: '/open/x' });
const stored = 'Cache-Control: max-age=600';
const included = { credentials: 'include' } as const;
const initialize = { headers: { 'Content-Type': 'application/json' }, body: '{"method":"initialize"}' };

/** Failures that a redirect, a cache or something in front of the application explains. */
export const causesOfServers = [
  caused(
    'login-redirect',
    'certain',
    { en: 'An expired session redirects to a login page', 'zh-CN': '会话过期，被重定向到登录页' },
    [get('page', { loc: { to: 'third', path: '/login/x', query: { k: 'html' } } })],
    [get('page', { st: '401' })],
  ),
  caused(
    'https-redirect',
    'certain',
    { en: 'The preflight is redirected to https', 'zh-CN': '预检请求被重定向到 https' },
    [put('otherPort', { pst: '301', ph: 'Location: {otherScheme}$U', h: allowed })],
    [put('otherPort', { ok: '1' })],
  ),
  caused(
    'preflight-redirect',
    'likely',
    { en: 'The preflight of an old URL is redirected', 'zh-CN': '旧 URL 的预检请求被重定向' },
    [put('api', { pst: '308', ph: 'Location: /v2/items/x', h: allowed }, { path: '/items/x' })],
    [put('api', { ok: '1' }, { path: '/v2/items/x' })],
  ),
  caused(
    'tainted-origin',
    'certain',
    { en: 'A redirect between two other origins', 'zh-CN': '在两个其他源之间重定向' },
    [get('api', { h: allowed, loc: { to: 'third', query: { h: 'Access-Control-Allow-Origin: {page}' } } })],
    [get('third', { h: 'Access-Control-Allow-Origin: {page}' })],
  ),
  caused(
    'cached-without-origin',
    // Firefox keeps responses with and without CORS apart.
    { Chromium: 'likely', Firefox: null },
    { en: 'The image is cached without Origin', 'zh-CN': '缓存的图片没有按 Origin 区分' },
    [
      img('api', { okc: '1', h: stored }),
      get('api', { k: 'img', okc: '1', h: stored }, { ...included, repeats: true }),
    ],
    [
      img('api', { okc: '1', h: [stored, 'Vary: Origin'] }),
      get('api', { k: 'img', okc: '1', h: [stored, 'Vary: Origin'] }, { ...included, repeats: true }),
    ],
  ),
  caused(
    'cached-for-other-origin',
    'likely',
    { en: 'A cache returns the response for another site', 'zh-CN': '缓存返回了给另一个网站的响应' },
    [get('api', { h: ['Access-Control-Allow-Origin: {third}', 'Age: 322', 'X-Cache: HIT'] })],
    [get('api', { h: [allowed, 'Vary: Origin', 'Age: 322', 'X-Cache: HIT'] })],
  ),
  caused(
    'cdn-cached-without-origin',
    'likely',
    { en: 'A CDN cached a response without CORS headers', 'zh-CN': 'CDN 缓存了没有 CORS 响应头的响应' },
    [get('api', { h: ['X-Cache: Hit from cloudfront', 'Age: 40'] })],
    [get('api', { h: [allowed, 'Vary: Origin', 'X-Cache: Hit from cloudfront', 'Age: 40'] })],
  ),
  caused(
    'bot-challenge',
    'certain',
    { en: 'A bot check answers (403)', 'zh-CN': '人机验证应答（403）' },
    [get('api', { st: '403', k: 'html', h: ['Server: cloudflare', 'cf-mitigated: challenge'] })],
    [get('api', { ok: '1' })],
  ),
  caused(
    'deployment-protection',
    'certain',
    { en: 'A protected preview answers the preflight', 'zh-CN': '受保护的预览部署应答预检请求' },
    [
      put('api', {
        pst: '401',
        ph: [
          'Server: Vercel',
          'Set-Cookie: _vercel_sso_nonce=a1; Path=/deployment',
          'Content-Type: text/html',
        ],
        h: allowed,
      }),
    ],
    [put('api', { ok: '1' })],
  ),
  caused(
    'api-gateway-error',
    'certain',
    {
      en: 'API Gateway answers without CORS headers (403)',
      'zh-CN': 'API Gateway 的响应没有 CORS 响应头（403）',
    },
    [
      get('api', {
        st: '403',
        k: 'json',
        h: ['x-amzn-ErrorType: ForbiddenException', 'x-amzn-RequestId: 6c3e'],
      }),
    ],
    [
      get('api', {
        st: '403',
        k: 'json',
        h: ['x-amzn-ErrorType: ForbiddenException', 'x-amzn-RequestId: 6c3e', allowed],
      }),
    ],
  ),
  caused(
    'mcp-header-not-allowed',
    'certain',
    { en: 'An MCP server does not allow MCP’s own headers', 'zh-CN': 'MCP 服务器没有允许 MCP 协议的请求头' },
    [
      postJson(
        'api',
        { ph: [allowed, 'Access-Control-Allow-Headers: content-type'], h: allowed },
        {
          path: '/mcp/x',
          headers: { 'Content-Type': 'application/json', 'mcp-protocol-version': '2025-06-18' },
        },
      ),
    ],
    [
      postJson(
        'api',
        { ph: [allowed, 'Access-Control-Allow-Headers: content-type, mcp-protocol-version'], h: allowed },
        {
          path: '/mcp/x',
          headers: { 'Content-Type': 'application/json', 'mcp-protocol-version': '2025-06-18' },
        },
      ),
    ],
  ),
  caused(
    'mcp-session-not-exposed',
    'certain',
    { en: 'An MCP session never starts', 'zh-CN': 'MCP 会话始终无法开始' },
    [
      postJson(
        'api',
        { ok: '1', h: 'Mcp-Session-Id: 77ab' },
        { ...initialize, path: '/mcp/x', reads: ['Mcp-Session-Id'] },
      ),
      postJson('api', { ok: '1', needs: 'Mcp-Session-Id', lacks: '400' }, { path: '/mcp/x' }),
    ],
    [
      postJson(
        'api',
        { ok: '1', h: ['Mcp-Session-Id: 77ab', 'Access-Control-Expose-Headers: Mcp-Session-Id'] },
        { ...initialize, path: '/mcp/x', reads: ['Mcp-Session-Id'] },
      ),
      postJson(
        'api',
        { ok: '1', needs: 'Mcp-Session-Id', lacks: '400' },
        { path: '/mcp/x', headers: { 'Content-Type': 'application/json', 'Mcp-Session-Id': '77ab' } },
      ),
    ],
  ),
  caused(
    'oauth-metadata-without-cors',
    'likely',
    { en: 'The OAuth metadata has no CORS headers', 'zh-CN': 'OAuth 元数据没有 CORS 响应头' },
    [
      get('api', { k: 'json' }, { path: '/.well-known/oauth-protected-resource/x' }),
      postJson('api', { ok: '1' }, { path: '/mcp/x' }),
    ],
    [
      get('api', { k: 'json', ok: '1' }, { path: '/.well-known/oauth-protected-resource/x' }),
      postJson('api', { ok: '1' }, { path: '/mcp/x' }),
    ],
  ),
  caused(
    'local-model-server-refuses-origin',
    'likely',
    { en: 'A local model server rejects the page (403)', 'zh-CN': '本机的模型服务器拒绝页面（403）' },
    [postJson('ip', { pst: '403', st: '403' }, { path: '/api/chat' })],
    [postJson('ip', { ok: '1' }, { path: '/api/chat' })],
  ),
  caused(
    'server-not-running',
    'certain',
    { en: 'No server listens on the port', 'zh-CN': '端口上没有服务器在监听' },
    [get('closed', {})],
    [sibling],
  ),
];
