/** Headers whose values are secrets whatever they look like. */
export const secretHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'proxy-authorization',
  'set-cookie',
]);

const secretWords: ReadonlySet<string> = new Set([
  'apikey',
  'auth',
  'authorization',
  'bearer',
  'code',
  'credential',
  'credentials',
  'csrf',
  'hmac',
  'jwt',
  'key',
  'nonce',
  'otp',
  'pass',
  'passphrase',
  'passwd',
  'password',
  'pwd',
  'secret',
  'session',
  'sessionid',
  'sid',
  'sig',
  'signature',
  'ticket',
  'token',
  'xsrf',
]);

/** Whether a parameter or header of this name is likely to hold a secret, such as `accessToken` or `x-api-key`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some((word) => secretWords.has(word));
}

const jwt = /^(?:bearer\s+)?eyJ[\w-]+\.[\w-]+\.[\w-]*$/i;
const scheme = /^(?:bearer|basic|digest|negotiate)\s+\S/i;
const knownPrefix =
  /^(?:AKIA|ASIA|gh[opsu]_|github_pat_|glpat-|sk-|sk_(?:live|test)_|xox[abprs]-|ya29\.)[\w.-]{8,}/;
const random = /^[\w+/=.~-]{24,}$/;

/** Whether a value looks like a secret by itself: a token of known form, or a long random word. */
export function isSecretValue(value: string): boolean {
  if (jwt.test(value) || scheme.test(value) || knownPrefix.test(value)) return true;
  return random.test(value) && /\d/.test(value) && /[a-z]/i.test(value);
}
