import { parseUrl } from '../engine';

/** Hosts of identity providers, as a part of the host's name. */
const providers =
  /(^|\.)(login\.microsoftonline\.(com|us)|login\.live\.com|accounts\.google\.com|[\w-]+\.okta(-emea|preview)?\.com|[\w-]+\.(us|eu|au|jp)?\.?auth0\.com|[\w-]+\.onelogin\.com|[\w.-]+\.amazoncognito\.com|[\w-]+\.cloudflareaccess\.com|[\w-]+\.b2clogin\.com|github\.com\/login)$/i;

/** Words of a path or host that only a login has. */
const words =
  /(^|[/._-])(login|log-in|signin|sign-in|sign_in|logon|sso|saml2?|oauth2?|authorize|auth|openid-connect|authenticate|accounts?\/login)([/._?-]|$)/i;

/** Parameters that a redirect to a login passes on. */
const parameters =
  /[?&](redirect_uri|redirect_url|return_?(to|url)|rd|next|continue|state|client_id|response_type|SAMLRequest)=/i;

/** Whether a redirect target is a login page. A word in its path counts only if it is not in the requested URL. */
export function isLogin(to: string, from: string): boolean {
  const target = parseUrl(to, from);
  const requested = parseUrl(from);
  if (!target || !requested) return false;
  if (providers.test(target.hostname)) return true;
  const isNamed =
    words.test(`${target.hostname}${target.pathname}`) &&
    !words.test(`${requested.hostname}${requested.pathname}`);
  return isNamed || (parameters.test(target.search) && target.host !== requested.host);
}
