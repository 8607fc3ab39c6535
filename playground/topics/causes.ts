import { caused } from '../caused';
import { allowed, get, put } from '../steps';

/** A request that the server allows: CORS is configured there. */
const sibling = get('api', { ok: '1' }, { path: '/open/x' });

/** Failures that other responses of the server, or their own headers, explain. */
export const causes = [
  caused(
    'preflight-authentication',
    'certain',
    { en: 'Authentication answers the preflight with 401', 'zh-CN': '鉴权以 401 应答预检请求' },
    [put('api', { pst: '401', ph: 'WWW-Authenticate: Bearer', h: allowed }, { path: '/items/x' }), sibling],
    [put('api', { ok: '1' }, { path: '/items/x' }), sibling],
  ),
  caused(
    'windows-authentication',
    'certain',
    { en: 'Windows authentication answers the preflight', 'zh-CN': 'Windows 身份验证应答预检请求' },
    [put('api', { pst: '401', ph: ['Server: Microsoft-IIS/10.0', 'WWW-Authenticate: NTLM'], h: allowed })],
    [put('api', { ok: '1', h: 'Server: Microsoft-IIS/10.0' })],
  ),
  caused(
    'no-options-route',
    'certain',
    { en: 'The server has no handler for OPTIONS (405)', 'zh-CN': '服务器没有处理 OPTIONS（405）' },
    [put('api', { pst: '405', ph: 'Allow: GET, PUT', h: allowed })],
    [put('api', { ok: '1' })],
  ),
  caused(
    'options-by-server',
    'certain',
    { en: 'The web server answers OPTIONS itself', 'zh-CN': 'Web 服务器自己应答 OPTIONS' },
    [put('api', { pst: '200', ph: ['Allow: GET, PUT, OPTIONS', 'Public: GET, PUT, OPTIONS'], h: allowed })],
    [put('api', { ok: '1' })],
  ),
  caused(
    'options-handler-fails',
    'certain',
    { en: 'The application fails on OPTIONS (500)', 'zh-CN': '应用处理 OPTIONS 时出错（500）' },
    [put('api', { pst: '500', h: allowed }, { path: '/edge/x' }), sibling],
    [put('api', { ok: '1' }, { path: '/edge/x' }), sibling],
  ),
  caused(
    'preflight-rate-limit',
    'certain',
    { en: 'The rate limiter counts preflights (429)', 'zh-CN': '限流计入预检请求（429）' },
    [put('api', { pst: '429', ph: 'Retry-After: 30', h: allowed })],
    [put('api', { ok: '1' })],
  ),
  caused(
    'preflight-login-redirect',
    'certain',
    { en: 'The preflight is redirected to a login', 'zh-CN': '预检请求被重定向到登录页' },
    [put('api', { ploc: '/login?next=%2Fx', h: allowed })],
    [put('api', { ok: '1' })],
  ),
  caused(
    'slash-redirect',
    'certain',
    { en: 'The preflight is redirected because of a slash', 'zh-CN': '预检请求因斜杠被重定向' },
    [put('api', { pst: '308', ph: 'Location: /slash/x/', h: allowed }, { path: '/slash/x' })],
    [put('api', { ok: '1' }, { path: '/slash/x' })],
  ),
  caused(
    'error-without-cors',
    'likely',
    { en: 'An error response lacks the CORS headers (500)', 'zh-CN': '错误响应没有 CORS 响应头（500）' },
    [get('api', { st: '500' }, { path: '/report/x' }), sibling],
    [get('api', { st: '500', ok: '1' }, { path: '/report/x' }), sibling],
  ),
  caused(
    'nginx-header-not-always',
    'likely',
    { en: 'nginx adds the headers to successful responses only', 'zh-CN': 'nginx 只为成功的响应添加响应头' },
    [
      get('api', { st: '404', h: 'Server: nginx/1.24.0' }, { path: '/missing/x' }),
      get('api', { h: ['Server: nginx/1.24.0', allowed] }, { path: '/open/x' }),
    ],
    [
      get('api', { st: '404', h: ['Server: nginx/1.24.0', allowed] }, { path: '/missing/x' }),
      get('api', { h: ['Server: nginx/1.24.0', allowed] }, { path: '/open/x' }),
    ],
  ),
  caused(
    'gateway-error',
    'certain',
    { en: 'A gateway answers for the server (502)', 'zh-CN': '网关代替服务器应答（502）' },
    [get('api', { st: '502', h: 'Server: awselb/2.0' }, { path: '/slow/x' }), sibling],
    [get('api', { st: '502', h: ['Server: awselb/2.0', allowed] }, { path: '/slow/x' }), sibling],
  ),
  caused(
    'body-too-large',
    'certain',
    { en: 'The body is too large for the proxy (413)', 'zh-CN': '请求体超过代理的上限（413）' },
    [get('api', { st: '413', h: 'Server: nginx/1.24.0' }, { method: 'POST', body: 'hello' })],
    [get('api', { st: '413', h: ['Server: nginx/1.24.0', allowed] }, { method: 'POST', body: 'hello' })],
  ),
  caused(
    'rate-limit',
    'certain',
    {
      en: 'The rate limiter answers without CORS headers (429)',
      'zh-CN': '限流的响应没有 CORS 响应头（429）',
    },
    [get('api', { st: '429', h: 'Retry-After: 30' })],
    [
      get('api', {
        st: '429',
        h: ['Retry-After: 30', allowed, 'Access-Control-Expose-Headers: Retry-After'],
      }),
    ],
  ),
  caused(
    'route-without-cors',
    'likely',
    { en: 'One route is outside of the CORS configuration', 'zh-CN': '一个路由不在 CORS 配置之内' },
    [get('api', {}, { path: '/events/x' }), sibling],
    [get('api', { ok: '1' }, { path: '/events/x' }), sibling],
  ),
  caused(
    'header-twice',
    'certain',
    { en: 'Proxy and application both add the header', 'zh-CN': '代理和应用都添加了响应头' },
    [get('api', { h: [allowed, allowed] })],
    [get('api', { h: allowed })],
  ),
  caused(
    'origin-with-path',
    'certain',
    { en: 'The allowed origin ends with a slash', 'zh-CN': '允许的源末尾有斜杠' },
    [get('api', { h: 'Access-Control-Allow-Origin: {page}/' })],
    [get('api', { h: 'Access-Control-Allow-Origin: {page}' })],
  ),
  caused(
    'misspelled-header',
    'certain',
    { en: 'The header’s name is misspelled', 'zh-CN': '响应头的名称写错了' },
    [get('api', { h: 'Access-Control-Allowed-Origin: $O' })],
    [get('api', { h: 'Access-Control-Allow-Origin: $O' })],
  ),
  caused(
    'tracing-headers',
    'certain',
    { en: 'A monitoring script adds headers', 'zh-CN': '监控脚本添加了请求头' },
    [
      get(
        'api',
        { ph: [allowed, 'Access-Control-Allow-Headers: x-token'], h: allowed },
        { headers: { 'sentry-trace': '1', baggage: 'a=1' }, credentials: 'omit' },
      ),
    ],
    [get('api', { h: allowed }, { credentials: 'omit' })],
  ),
  caused(
    'response-header-sent',
    'certain',
    { en: 'The page sends a response header', 'zh-CN': '页面在请求中发送响应头' },
    [
      get(
        'api',
        { ph: [allowed, 'Access-Control-Allow-Headers: x-token'], h: allowed },
        { headers: { 'Access-Control-Allow-Origin': '*' }, credentials: 'omit' },
      ),
    ],
    [get('api', { h: allowed }, { credentials: 'omit' })],
  ),
];
