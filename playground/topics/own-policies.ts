import type { Scenario } from '../scenario';
import { allowed, get, img } from '../steps';

/** Requests that a header of the page itself stops, whatever the other server allows. */
export const ownPolicies: readonly Scenario[] = [
  {
    id: 'own-csp-image',
    title: {
      en: 'The page’s Content Security Policy does not list the image’s origin',
      'zh-CN': '页面的内容安全策略没有列出图片的源',
    },
    section: 'own-policies',
    on: 'page',
    policy: "Content-Security-Policy: img-src 'self'",
    steps: [img('api', {})],
  },
  {
    id: 'own-csp-redirect',
    title: {
      en: 'A redirect leads to an origin that the page’s Content Security Policy does not list',
      'zh-CN': '重定向到页面的内容安全策略没有列出的源',
    },
    section: 'own-policies',
    on: 'page',
    policy: 'Content-Security-Policy: connect-src {sameSite}',
    steps: [get('sameSite', { h: allowed, loc: { to: 'api', query: { h: allowed } } })],
  },
];
