import type { Scenario, Step, Text } from '../scenario';
import { allowed, get, put } from '../steps';

/** A request that the server allows: CORS is configured there. */
const sibling = get('api', { ok: '1' }, { path: '/open/x' });

/** A failure whose cause is known. Its first step is the request that fails. */
function failing(cause: string, title: Text, ...steps: readonly Step[]): Scenario {
  return { id: `cause-${cause}`, title, section: 'causes', on: 'page', cause, steps };
}

/** Failures that other responses of the server, or their own headers, explain. */
export const causes: readonly Scenario[] = [
  failing(
    'preflight-authentication',
    { en: 'Authentication answers the preflight with 401', 'zh-CN': '鉴权以 401 应答预检请求' },
    put('api', { pst: '401', ph: 'WWW-Authenticate: Bearer', h: allowed }, { path: '/items/x' }),
    sibling,
  ),
  failing(
    'windows-authentication',
    { en: 'Windows authentication answers the preflight', 'zh-CN': 'Windows 身份验证应答预检请求' },
    put('api', { pst: '401', ph: ['Server: Microsoft-IIS/10.0', 'WWW-Authenticate: NTLM'], h: allowed }),
  ),
  failing(
    'no-options-route',
    { en: 'The server has no handler for OPTIONS (405)', 'zh-CN': '服务端没有处理 OPTIONS（405）' },
    put('api', { pst: '405', ph: 'Allow: GET, PUT', h: allowed }),
  ),
  failing(
    'options-by-server',
    { en: 'The web server answers OPTIONS itself', 'zh-CN': 'Web 服务器自己应答 OPTIONS' },
    put('api', { pst: '200', ph: ['Allow: GET, PUT, OPTIONS', 'Public: GET, PUT, OPTIONS'], h: allowed }),
  ),
  failing(
    'options-handler-fails',
    { en: 'The application fails on OPTIONS (500)', 'zh-CN': '应用处理 OPTIONS 时出错（500）' },
    put('api', { pst: '500', h: allowed }, { path: '/edge/x' }),
    sibling,
  ),
  failing(
    'preflight-rate-limit',
    { en: 'The rate limiter counts preflights (429)', 'zh-CN': '限流计入预检请求（429）' },
    put('api', { pst: '429', ph: 'Retry-After: 30', h: allowed }),
  ),
  failing(
    'preflight-login-redirect',
    { en: 'The preflight is redirected to a login', 'zh-CN': '预检请求被重定向到登录页' },
    put('api', { ploc: '/login?next=%2Fx', h: allowed }),
  ),
  failing(
    'slash-redirect',
    { en: 'The preflight is redirected because of a slash', 'zh-CN': '预检请求因斜杠被重定向' },
    put('api', { pst: '308', ph: 'Location: /slash/x/', h: allowed }, { path: '/slash/x' }),
  ),
  failing(
    'error-without-cors',
    { en: 'An error response lacks the CORS headers (500)', 'zh-CN': '错误响应没有 CORS 响应头（500）' },
    get('api', { st: '500' }, { path: '/report/x' }),
    sibling,
  ),
  failing(
    'nginx-header-not-always',
    { en: 'nginx adds the headers to successful responses only', 'zh-CN': 'nginx 只为成功的响应添加响应头' },
    get('api', { st: '404', h: 'Server: nginx/1.24.0' }, { path: '/missing/x' }),
    get('api', { h: ['Server: nginx/1.24.0', allowed] }, { path: '/open/x' }),
  ),
  failing(
    'gateway-error',
    { en: 'A gateway answers for the server (502)', 'zh-CN': '网关代替服务端应答（502）' },
    get('api', { st: '502', h: 'Server: awselb/2.0' }, { path: '/slow/x' }),
    sibling,
  ),
  failing(
    'body-too-large',
    { en: 'The body is too large for the proxy (413)', 'zh-CN': '请求体超过代理的上限（413）' },
    get('api', { st: '413', h: 'Server: nginx/1.24.0' }, { method: 'POST', body: 'hello' }),
  ),
  failing(
    'rate-limit',
    {
      en: 'The rate limiter answers without CORS headers (429)',
      'zh-CN': '限流的响应没有 CORS 响应头（429）',
    },
    get('api', { st: '429', h: 'Retry-After: 30' }),
  ),
  failing(
    'route-without-cors',
    { en: 'One route is outside of the CORS configuration', 'zh-CN': '一个路由不在 CORS 配置之内' },
    get('api', {}, { path: '/events/x' }),
    sibling,
  ),
  failing(
    'header-twice',
    { en: 'Proxy and application both add the header', 'zh-CN': '代理和应用都添加了响应头' },
    get('api', { h: [allowed, allowed] }),
  ),
  failing(
    'origin-with-path',
    { en: 'The allowed origin ends with a slash', 'zh-CN': '允许的源末尾有斜杠' },
    get('api', { h: 'Access-Control-Allow-Origin: {page}/' }),
  ),
  failing(
    'misspelled-header',
    { en: 'The header’s name is misspelled', 'zh-CN': '响应头的名称写错了' },
    get('api', { h: 'Access-Control-Allowed-Origin: $O' }),
  ),
  failing(
    'tracing-headers',
    { en: 'A monitoring script adds headers', 'zh-CN': '监控脚本添加了请求头' },
    get(
      'api',
      { ph: [allowed, 'Access-Control-Allow-Headers: x-token'], h: allowed },
      { headers: { 'sentry-trace': '1', baggage: 'a=1' }, credentials: 'omit' },
    ),
  ),
  failing(
    'response-header-sent',
    { en: 'The page sends a response header', 'zh-CN': '页面在请求中发送响应头' },
    get(
      'api',
      { ph: [allowed, 'Access-Control-Allow-Headers: x-token'], h: allowed },
      { headers: { 'Access-Control-Allow-Origin': '*' }, credentials: 'omit' },
    ),
  ),
];
