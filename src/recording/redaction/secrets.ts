/** Words that mark a name as that of a secret if they stand alone: `x-api-key`, `authCode`. */
const secretWords: ReadonlySet<string> = new Set([
  'assertion',
  'auth',
  'code',
  'cookie',
  'creds',
  'dpop',
  'hmac',
  'key',
  'mfa',
  'nonce',
  'otp',
  'pass',
  'passcode',
  'pin',
  'pw',
  'pwd',
  'relaystate',
  'salt',
  'sas',
  'sid',
  'sig',
  'ticket',
  'totp',
  'verifier',
]);

/** Parts of words with the same meaning: `sessionid`, `accesstoken`, `JSESSIONID`. */
const secretParts =
  /apikey|authoriz|bearer|credential|csrf|jwt|oauth|passphrase|passw|private|samlre|secret|sess(?:ion|id)|signature|token|xsrf/;

/** Names that look like a secret's but are not. */
const harmless = /^(?:token_?type|code_?challenge_?method|key_?ops)$/i;

/** Whether a parameter or header of this name is likely to hold a secret, such as `accessToken` or `x-api-key`. */
export function isSecretName(name: string): boolean {
  // The same few names come again and again.
  const known = judgedNames.get(name);
  if (known !== undefined) return known;
  const isSecret = hasSecretWord(name);
  if (judgedNames.size >= maxJudgedNames) judgedNames.clear();
  judgedNames.set(name, isSecret);
  return isSecret;
}

const maxJudgedNames = 10_000;
const judgedNames = new Map<string, boolean>();

function hasSecretWord(name: string): boolean {
  if (harmless.test(name)) return false;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const whole = words.join('');
  return [...words, whole].some((word) => secretWords.has(word)) || secretParts.test(whole);
}

const jwt = /^(?:bearer\s+)?eyJ[\w-]+\.[\w-]+\.[\w-]*$/i;
const scheme = /^(?:bearer|basic|digest|negotiate)\s+\S/i;
const knownPrefix =
  /^(?:AKIA|ASIA|AIza|gh[opsur]_|github_pat_|glpat-|npm_|sk-|[rs]k_(?:live|test)_|whsec_|xox[abeprs]-|ya29\.)[\w.-]{8,}/;
const random = /^[\w+/=.~-]{24,}$/;

/** Whether a value looks like a secret: a token of known form or a long random word. */
export function isSecretValue(value: string): boolean {
  if (jwt.test(value) || scheme.test(value) || knownPrefix.test(value)) return true;
  return random.test(value) && /\d/.test(value) && /[a-z]/i.test(value);
}

/** Whether a path segment is a secret: a token of known form, or a random word longer than ordinary names. */
export function isSecretSegment(segment: string): boolean {
  if (jwt.test(segment) || knownPrefix.test(segment)) return true;
  return /^[\w-]{32,}$/.test(segment) && /\d/.test(segment) && /[a-z]/.test(segment) && /[A-Z]/.test(segment);
}

/**
 * Matches tokens of known form in a text. Each match starts at a word boundary, so that matching takes linear
 * time.
 */
export const tokensInText =
  /(?<![\w-])eyJ[\w-]{5,}\.[\w-]+\.[\w-]*|(?<![\w.-])(?:AKIA|ASIA|AIza|gh[opsur]_|github_pat_|glpat-|npm_|[rs]k_(?:live|test)_|whsec_|xox[abeprs]-|ya29\.)[\w.-]{8,}/g;
