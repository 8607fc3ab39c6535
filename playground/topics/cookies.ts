import type { OriginKey } from '../origins';
import type { Scenario, Step } from '../scenario';
import { allowed, allowedCredentials, get, leave } from '../steps';

/** Requests, with credentials, the cookie that the server received; the path is that of the page that wrote it. */
function cookieAt(to: OriginKey): Step {
  const exposed = ['Access-Control-Expose-Headers: Got-Cookie', 'Got-Cookie: $C'];
  return get(
    to,
    { h: [allowed, allowedCredentials, ...exposed] },
    { path: '/run/x', credentials: 'include', reads: ['Got-Cookie'] },
  );
}

/** Which other origins receive a page's cookie: hosts matter, ports and schemes do not. */
export const cookies: readonly Scenario[] = [
  {
    id: 'cookie-other-port',
    title: {
      en: 'document.cookie = "name=liam", then another port of the host: shared',
      'zh-CN': 'document.cookie = "name=liam"，同一域名的另一端口：共享',
    },
    section: 'cookies',
    on: 'page',
    cookies: ['name=liam'],
    steps: [cookieAt('otherPort')],
  },
  {
    id: 'cookie-other-scheme',
    title: {
      en: 'document.cookie = "name=liam", then another scheme, by a link: shared',
      'zh-CN': 'document.cookie = "name=liam"，通过链接到另一协议：共享',
    },
    section: 'cookies',
    on: 'page',
    cookies: ['name=liam'],
    steps: [leave('link', 'otherScheme', {}, { path: '/run/landing' })],
  },
  {
    id: 'cookie-subdomain',
    title: {
      en: 'document.cookie = "name=liam", then another subdomain: not shared',
      'zh-CN': 'document.cookie = "name=liam"，另一个子域名：不共享',
    },
    section: 'cookies',
    on: 'page',
    cookies: ['name=liam'],
    steps: [cookieAt('sameSite')],
  },
  {
    id: 'cookie-domain',
    title: {
      en: 'document.cookie = "name=liam; domain=.a.localhost", then another subdomain: shared',
      'zh-CN': 'document.cookie = "name=liam; domain=.a.localhost"，另一个子域名：共享',
    },
    section: 'cookies',
    on: 'page',
    cookies: ['name=liam; domain=.a.localhost'],
    steps: [cookieAt('sameSite')],
  },
];
