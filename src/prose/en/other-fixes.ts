import type { FindingContext } from '../finding-prose';
import { hostOf } from '../short-url';
import { beforeAuthentication, lower, type Place, server } from './phrases';

/** Returns what to do if a header of the response is not the right fix, or may not be; null if it is. */
export function otherRemedy(context: FindingContext, on: Place): string | null {
  if (context.mayBeCached) return cached(context);
  if (context.otherFix === 'login-page') {
    const isOfPreflight = on === 'preflight' && context.url === context.requestedUrl;
    return isOfPreflight ? preflightOfLogin(context) : loginPage(context);
  }
  return context.otherFix === 'gateway-page' ? gatewayPage(context, on) : null;
}

const loginPage = ({ requestedUrl }: FindingContext) => {
  const host = hostOf(requestedUrl);
  return (
    `Log in again in a tab: ${host} redirected the request to what looks like a login page, where ` +
    'Access-Control-Allow-Origin would only let the page read the login form. In the page, send the session with the request (credentials: ' +
    `'include', or crossorigin="use-credentials" on the element). On ${host}, answer requests without a session ` +
    'with 401 instead of a redirect.'
  );
};

const preflightOfLogin = (context: FindingContext) =>
  `${server(context)}, answer OPTIONS ${context.url} with 204 and the Access-Control-Allow-* headers, not with a ` +
  `redirect to what looks like a login page.${beforeAuthentication} To log in again does not help.`;

const gatewayPage = ({ url }: FindingContext, on: Place) =>
  `In the settings of the service in front of ${hostOf(url)}, turn off its own page for this URL. A tunnel’s ` +
  'warning, a bot check or the protection of a preview deployment answered instead of the application, so no ' +
  'header that the application sets has an effect.' +
  (on === 'preflight' ? ' A preflight cannot carry the cookie or header that skips such a page.' : '');

const cached = (context: FindingContext) =>
  'Reload with the cache disabled (Network panel). If the request then succeeds, the response came from the HTTP ' +
  `cache. To fix that, ${lower(server(context))}, send Vary: Origin with every response to ${context.url}, even if the request ` +
  'has no Origin; or, in the page, set crossorigin on the element that requests the URL first. If the request ' +
  'still fails, the server does not allow the page’s origin.';

/** Returns how the page can leave out credentials, in the terms of the call that included them. */
export function withoutCredentials({ api, kind }: Pick<FindingContext, 'api' | 'kind'>): string {
  if (kind === 'beacon' || kind === 'ping' || api === 'beacon') {
    return (
      "use fetch() with keepalive: true and credentials: 'omit', because sendBeacon() always includes " +
      'credentials'
    );
  }
  switch (api) {
    case 'fetch':
      return "remove credentials: 'include'";
    case 'xhr':
    case 'event-source':
      return 'remove withCredentials';
    case 'element':
      return 'use crossorigin="anonymous"';
    default:
      return 'do not include them (credentials: \'same-origin\', withCredentials = false, crossorigin="anonymous")';
  }
}
