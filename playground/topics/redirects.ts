import type { Scenario } from '../scenario';
import { allowed, get } from '../steps';

/** Requests that are redirected. */
export const redirects: readonly Scenario[] = [
  {
    id: 'redirect-same-to-cross',
    title: { en: 'From the page’s own origin to another: allowed', 'zh-CN': '从自身源到另一个源：被允许' },
    section: 'redirects',
    on: 'page',
    steps: [get('page', { loc: { to: 'api', query: { h: allowed } } })],
  },
  {
    id: 'redirect-tainted-origin',
    title: {
      en: 'From one other origin to a third, which allows the page’s origin but receives null',
      'zh-CN': '从一个外部源到第三个源：对方允许页面的源，但收到的是 null',
    },
    section: 'redirects',
    on: 'page',
    steps: [
      get('api', {
        h: allowed,
        loc: { to: 'third', query: { h: 'Access-Control-Allow-Origin: {page}' } },
      }),
    ],
  },
  {
    id: 'redirect-tainted-origin-wildcard',
    title: {
      en: 'From one other origin to a third, which allows every origin',
      'zh-CN': '从一个外部源到第三个源：对方允许任意源',
    },
    section: 'redirects',
    on: 'page',
    steps: [get('api', { h: allowed, loc: { to: 'third', query: { h: 'Access-Control-Allow-Origin: *' } } })],
  },
  {
    id: 'redirect-to-userinfo',
    title: { en: 'To a URL with a user name and a password', 'zh-CN': '重定向到带用户名和密码的 URL' },
    section: 'redirects',
    on: 'page',
    steps: [get('api', { h: allowed, loc: { to: 'third', userinfo: 'user:secret', query: { h: allowed } } })],
  },
  {
    id: 'redirect-first-hop-allow-origin-missing',
    title: {
      en: 'The redirect itself has no Access-Control-Allow-Origin; its target has',
      'zh-CN': '重定向响应本身没有 Access-Control-Allow-Origin，目标有',
    },
    section: 'redirects',
    on: 'page',
    steps: [get('api', { loc: { to: 'api', query: { h: allowed } } })],
  },
];
