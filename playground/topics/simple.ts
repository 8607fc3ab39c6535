import type { Scenario } from '../scenario';
import { allowed, allowedCredentials, get } from '../steps';

/** Requests to another origin that need no preflight, and are allowed. */
export const simple: readonly Scenario[] = [
  {
    id: 'simple-exact',
    title: { en: 'GET, allowed for this origin only', 'zh-CN': 'GET，仅允许此源' },
    section: 'simple',
    on: 'page',
    steps: [get('api', { h: allowed })],
  },
  {
    id: 'simple-wildcard',
    title: { en: 'GET, allowed for every origin (*)', 'zh-CN': 'GET，允许任意源（*）' },
    section: 'simple',
    on: 'page',
    steps: [get('api', { h: 'Access-Control-Allow-Origin: *' })],
  },
  {
    id: 'simple-post-form',
    title: { en: 'POST with a form’s content type, allowed', 'zh-CN': 'POST 表单内容类型，被允许' },
    section: 'simple',
    on: 'page',
    steps: [
      get(
        'api',
        { h: allowed },
        { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'a=1' },
      ),
    ],
  },
  {
    id: 'simple-head',
    title: { en: 'HEAD, allowed', 'zh-CN': 'HEAD，被允许' },
    section: 'simple',
    on: 'page',
    steps: [get('api', { h: allowed }, { method: 'HEAD' })],
  },
  {
    id: 'simple-headers',
    title: {
      en: 'POST of plain text, with safelisted headers only, allowed',
      'zh-CN': 'POST 纯文本，只带无需预检的请求头，被允许',
    },
    section: 'simple',
    on: 'page',
    steps: [
      get(
        'api',
        { h: allowed },
        {
          method: 'POST',
          headers: {
            Accept: 'application/json',
            'Accept-Language': 'en-US',
            'Content-Language': 'en-US',
            'Content-Type': 'text/plain',
          },
          body: 'hello',
        },
      ),
    ],
  },
  {
    id: 'simple-expose-headers',
    title: {
      en: 'GET, allowed, with one header exposed and one not',
      'zh-CN': 'GET，被允许，暴露一个响应头，另一个没有',
    },
    section: 'simple',
    on: 'page',
    steps: [
      get(
        'api',
        {
          h: [
            allowed,
            allowedCredentials,
            'Access-Control-Expose-Headers: FooBar',
            'FooBar: 1',
            'BarFoo: 2',
            'Content-Type: text/html; charset=utf-8',
          ],
        },
        { reads: ['FooBar', 'BarFoo'] },
      ),
    ],
  },
  {
    id: 'same-site-other-origin',
    title: {
      en: 'GET from a sibling subdomain: same site, another origin',
      'zh-CN': '对同站兄弟子域的 GET：同站但不同源',
    },
    section: 'simple',
    on: 'page',
    steps: [get('sameSite', { h: allowed })],
  },
  {
    id: 'other-port',
    title: { en: 'GET from another port: another origin', 'zh-CN': '对另一端口的 GET：不同源' },
    section: 'simple',
    on: 'page',
    steps: [get('otherPort', { h: allowed })],
  },
  {
    id: 'plain-simple-exact',
    title: {
      en: 'GET, allowed, from an insecure context',
      'zh-CN': '来自非安全上下文页面的 GET，被允许',
    },
    section: 'simple',
    on: 'plain',
    steps: [get('plainApi', { h: allowed })],
  },
];
