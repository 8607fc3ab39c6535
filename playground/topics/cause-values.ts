import { caused } from '../caused';
import { allowed, allowedCredentials, get, postJson, put } from '../steps';

const included = { credentials: 'include' } as const;
const token = { headers: { 'X-Token': '1' } };

/** Failures that the value of one CORS header explains. */
export const causesInValues = [
  caused(
    'wildcard-with-credentials',
    'certain',
    { en: '* for a request with cookies', 'zh-CN': '携带 Cookie 的请求得到 *' },
    [get('api', { h: 'Access-Control-Allow-Origin: *' }, included)],
    [get('api', { okc: '1' }, included)],
  ),
  caused(
    'route-with-own-cors',
    'certain',
    { en: 'One route sends * instead of the shared policy', 'zh-CN': '一个路由返回 *，没有用统一的策略' },
    [
      get('api', { okc: '1' }, { ...included, path: '/users/x' }),
      get('api', { h: 'Access-Control-Allow-Origin: *' }, { ...included, path: '/graphql/x' }),
    ],
    [
      get('api', { okc: '1' }, { ...included, path: '/users/x' }),
      get('api', { okc: '1' }, { ...included, path: '/graphql/x' }),
    ],
  ),
  caused(
    'origin-list',
    'certain',
    { en: 'The header lists all allowed origins', 'zh-CN': '响应头列出了所有允许的源' },
    [get('api', { h: 'Access-Control-Allow-Origin: {page}, {third}' })],
    [get('api', { h: ['Access-Control-Allow-Origin: {page}', 'Vary: Origin'] })],
  ),
  caused(
    'origin-without-scheme',
    'certain',
    { en: 'The allowed origin has no scheme', 'zh-CN': '允许的源没有协议' },
    [get('api', { h: 'Access-Control-Allow-Origin: www.a.localhost' })],
    [get('api', { h: 'Access-Control-Allow-Origin: {page}' })],
  ),
  caused(
    'origin-wildcard-pattern',
    'certain',
    { en: 'The allowed origin is a pattern', 'zh-CN': '允许的源是通配模式' },
    [get('api', { h: 'Access-Control-Allow-Origin: http://*.a.localhost' })],
    [get('api', { h: ['Access-Control-Allow-Origin: {page}', 'Vary: Origin'] })],
  ),
  caused(
    'credentials-case',
    'certain',
    { en: 'Access-Control-Allow-Credentials: True', 'zh-CN': 'Access-Control-Allow-Credentials: True' },
    [get('api', { h: [allowed, 'Access-Control-Allow-Credentials: True'] }, included)],
    [get('api', { h: [allowed, allowedCredentials] }, included)],
  ),
  caused(
    'credentials-twice',
    'certain',
    { en: 'Access-Control-Allow-Credentials twice', 'zh-CN': 'Access-Control-Allow-Credentials 出现两次' },
    [get('api', { h: [allowed, allowedCredentials, allowedCredentials] }, included)],
    [get('api', { h: [allowed, allowedCredentials] }, included)],
  ),
  caused(
    'header-not-listed',
    'likely',
    { en: 'A header is missing from the list', 'zh-CN': '列表中缺少一个请求头' },
    [postJson('api', { ph: [allowed, 'Access-Control-Allow-Headers: x-token'], h: allowed })],
    [postJson('api', { ph: [allowed, 'Access-Control-Allow-Headers: x-token, content-type'], h: allowed })],
  ),
  caused(
    'wildcard-headers',
    'certain',
    {
      en: 'Access-Control-Allow-Headers: * with cookies',
      'zh-CN': '携带 Cookie 时 Access-Control-Allow-Headers: *',
    },
    [get('api', { okc: '1', ph: 'Access-Control-Allow-Headers: *' }, { ...token, ...included })],
    [get('api', { okc: '1' }, { ...token, ...included })],
  ),
  caused(
    'method-not-listed',
    'certain',
    { en: 'A method is missing from the list', 'zh-CN': '列表中缺少一个方法' },
    [put('api', { ph: [allowed, 'Access-Control-Allow-Methods: GET, POST'], h: allowed })],
    [put('api', { ph: [allowed, 'Access-Control-Allow-Methods: GET, POST, PUT'], h: allowed })],
  ),
  caused(
    'lower-case-method',
    'certain',
    { en: 'The page writes patch in lower case', 'zh-CN': '页面把 PATCH 写成小写' },
    [put('api', { ph: [allowed, 'Access-Control-Allow-Methods: PATCH'], h: allowed }, { method: 'patch' })],
    [put('api', { ph: [allowed, 'Access-Control-Allow-Methods: PATCH'], h: allowed }, { method: 'PATCH' })],
  ),
  caused(
    'header-not-exposed',
    'possible',
    { en: 'The page reads a header that is not exposed', 'zh-CN': '页面读取没有暴露的响应头' },
    [get('api', { h: [allowed, 'X-Total-Count: 42'] }, { reads: ['X-Total-Count'] })],
    [
      get(
        'api',
        { h: [allowed, 'X-Total-Count: 42', 'Access-Control-Expose-Headers: X-Total-Count'] },
        { reads: ['X-Total-Count'] },
      ),
    ],
  ),
  caused(
    'range-headers-not-exposed',
    'possible',
    { en: 'A page that reads ranges cannot see Content-Range', 'zh-CN': '按范围读取时看不到 Content-Range' },
    [get('api', { st: '206', h: [allowed, 'Content-Range: bytes 0-4/42'] }, { reads: ['Content-Range'] })],
    [
      get(
        'api',
        {
          st: '206',
          h: [allowed, 'Content-Range: bytes 0-4/42', 'Access-Control-Expose-Headers: Content-Range'],
        },
        { reads: ['Content-Range'] },
      ),
    ],
  ),
];
