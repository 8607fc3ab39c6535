import type { OriginKey } from '../origins';
import type { Scenario, Text } from '../scenario';
import { get } from '../steps';

type Rule = readonly [id: string, to: OriginKey, path: string, example: string, title: Text];

// biome-ignore format: a table
const RULES: readonly Rule[] = [
  // scenario        to             path        the classic example            what it shows
  ['same-folder',  'page',        '/run/x',    'http://www.a.com/b.js',        { en: 'one host, one folder: allowed',       'zh-CN': '同一域名下：允许' }],
  ['other-folder', 'page',        '/script/x', 'http://www.a.com/script/b.js', { en: 'one host, another folder: allowed',   'zh-CN': '同一域名下不同文件夹：允许' }],
  ['other-port',   'otherPort',   '/x',        'http://www.a.com:8000/b.js',   { en: 'one host, another port: blocked',      'zh-CN': '同一域名，不同端口：被拦截' }],
  ['other-scheme', 'otherScheme', '/x',        'https://www.a.com/b.js',       { en: 'one host, another scheme: blocked',    'zh-CN': '同一域名，不同协议：被拦截' }],
  ['ip-of-host',   'ip',          '/x',        'http://74.125.136.136/b.js',   { en: 'the IP address of the host: blocked',     'zh-CN': '域名和域名对应IP：被拦截' }],
  ['subdomain',    'sameSite',    '/x',        'http://script.a.com/b.js',     { en: 'another subdomain: blocked',           'zh-CN': '主域相同，子域不同：被拦截' }],
  ['other-domain', 'api',         '/x',        'http://www.b.com/b.js',        { en: 'another domain: blocked',              'zh-CN': '不同域名：被拦截' }],
];

/** The seven classic pairs: what a page can read if the server sends no CORS headers. */
export const rules: readonly Scenario[] = RULES.map(([id, to, path, example, title]) => ({
  id: `rule-${id}`,
  title: {
    en: `http://www.a.com/a.js → ${example}: ${title.en}`,
    'zh-CN': `http://www.a.com/a.js → ${example}：${title['zh-CN']}`,
  },
  section: 'rules',
  on: 'page',
  steps: [get(to, {}, { path })],
}));
