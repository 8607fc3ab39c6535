import { isSecretName, isSecretSegment, isSecretValue, tokensInText } from './secrets';

/** Returns the replacement for a secret. */
export interface Replace {
  (secret: string): string;
  /** Whether a value is already known as a secret. */
  knows?(value: string): boolean;
}

/** A run of characters that counts as one word. */
const word = /[^\s"'<>`|\\“”‘’„«»，。；：！？、（）《》「」…]+/g;
const maxDepth = 3;

/**
 * Replaces the user name, the password and the secrets in path, query and fragment of a URL, absolute or not.
 */
export function secretsInUrl(url: string, replace: Replace, depth = 0): string {
  const withoutUser = url.replace(/\/\/([^\s/?#\\]*)@/g, (_, userinfo: string) => {
    const [user = '', ...password] = userinfo.split(':');
    const shown = [user, ...(password.length > 0 ? [password.join(':')] : [])];
    return `//${shown.map((part) => (part === '' ? '' : replace(part))).join(':')}@`;
  });
  const query = withoutUser.search(/[?#]/);
  const [path, rest] =
    query === -1 ? [withoutUser, ''] : [withoutUser.slice(0, query), withoutUser.slice(query)];
  const param = (match: string, start: string, name: string, value: string) => {
    const shown = parameter(name, value, replace, depth);
    return shown === value ? match : `${start}${name}=${shown}`;
  };
  return (
    path
      .replace(/(^|[;/&])([^=;/&]*)=([^;/&]*)/g, param)
      .replace(/(?<=\/)[^/;=]{20,}/g, (segment) =>
        isSecretSegment(decode(segment)) ? replace(segment) : segment,
      ) +
    rest
      .replace(/([?&#])([^=&#?]*)=([^&#]*)/g, param)
      .replace(/([?&#])([^=&#?]+)(?=$|[&#])/g, (match, start: string, value: string) =>
        isSecretValue(decode(value)) ? start + replace(value) : match,
      )
  );
}

/**
 * Replaces the secrets in the value of a parameter. A value that is a URL or a query itself is searched too.
 */
function parameter(name: string, value: string, replace: Replace, depth: number): string {
  if (value === '') return value;
  const decoded = decode(value);
  if (isSecretName(decode(name)) || isSecretValue(value) || isSecretValue(decoded)) return replace(value);
  if (replace.knows?.(decoded)) return replace(decoded);
  if (depth < maxDepth && !/[=@{]/.test(decoded) && /%(?:3D|40|7B)/i.test(decoded)) {
    // It is encoded twice.
    const inner = parameter(name, decoded, replace, depth + 1);
    return inner === decoded ? value : encodeURIComponent(inner);
  }
  if (depth >= maxDepth || !/[=@{]/.test(decoded)) return value;
  const inner = /^\s*[{[]/.test(decoded)
    ? secretsInText(decoded, replace)
    : secretsInUrl(decoded, replace, depth + 1);
  return inner === decoded ? value : encodeURIComponent(inner);
}

/** A member of JSON inside a JSON string: its quotes are escaped once or more. The value may be cut short. */
const escapedMember = /(\\{1,7}")([\w$.-]{1,80})\1(\s{0,9}:\s{0,9})\1((?:(?!(?<!\\)\1)[\s\S])*)/g;

function memberOf(replace: Replace) {
  return (match: string, quote: string, name: string, colon: string, value: string) =>
    value !== '' && isSecretName(name) ? `${quote}${name}${quote}${colon}${quote}${replace(value)}` : match;
}

/** Replaces the secrets in a text's URLs, parameters, JSON members and tokens of known form. */
export function secretsInText(text: string, replace: Replace): string {
  const unescaped = text.includes('\\"') ? text.replace(escapedMember, memberOf(replace)) : text;
  const members = text.includes('"')
    ? unescaped.replace(
        /"([\w$.-]{1,80})"(\s{0,9}:\s{0,9})"((?:[^"\\]|\\.)*)"/g,
        (match, name: string, colon: string, value: string) =>
          value !== '' && isSecretName(name) ? `"${name}"${colon}"${replace(value)}"` : match,
      )
    : unescaped;
  const words = /[=@#?]/.test(members) ? members.replace(word, (run) => wordOf(run, replace)) : members;
  return words
    .replace(tokensInText, replace)
    .replace(
      /\b(bearer|basic)(\s+)([\w.~+/=-]{8,})/gi,
      (match, scheme: string, gap: string, token: string) =>
        /\d|[a-z][A-Z]|=$/.test(token) ? scheme + gap + credentials(scheme, token, replace) : match,
    );
}

/**
 * Replaces the secrets in a page's data, names or scripts, even if cut short. In addition to secretsInText,
 * it finds members with unquoted names or values, and words that look like a secret.
 */
export function secretsInPreview(text: string, replace: Replace): string {
  if (isSecretValue(text.trim())) return replace(text.trim());
  const members = text
    .replace(
      /(?<![\w$.-])("?)([\w$.-]{1,80})\1(\s{0,9}[:=]\s{0,9})"((?:[^"\\]|\\.)*)("|\\?$)/g,
      (match, quote: string, name: string, colon: string, value: string, end: string) =>
        value !== '' && isSecretName(name)
          ? `${quote}${name}${quote}${colon}"${replace(value)}${end}`
          : match,
    )
    .replace(
      /(?<![\w$.-])(["']?)([\w$.-]{1,80})\1(\s{0,9}[:=]\s{0,9})'((?:[^'\\]|\\.)*)('|\\?$)/g,
      (match, quote: string, name: string, colon: string, value: string, end: string) =>
        value !== '' && isSecretName(name)
          ? `${quote}${name}${quote}${colon}'${replace(value)}${end}`
          : match,
    )
    .replace(
      /(?<![\w$.-])("?)([\w$.-]{1,80})\1(\s{0,9}:\s{0,9})(-?\d[\w.+-]*)/g,
      (match, quote: string, name: string, colon: string, value: string) =>
        isSecretName(name) ? `${quote}${name}${quote}${colon}${replace(value)}` : match,
    )
    .replace(/"([\w+/=.~-]{24,})(?="|$)/g, (match, value: string) =>
      isSecretValue(value) ? `"${replace(value)}` : match,
    );
  return secretsInText(members, replace);
}

/** Replaces the secrets in one word; a suffix after a URL, such as a line number or a bracket, is kept. */
function wordOf(text: string, replace: Replace): string {
  if (!/[=@#?]/.test(text)) return text;
  const [end = ''] = /(?::\d+){0,2}[).,:!?\]}]{0,9}$/.exec(text) ?? [];
  return secretsInUrl(text.slice(0, text.length - end.length), replace) + end;
}

/** Protocol headers whose values are not secret as such. */
const ofTheProtocol =
  /^(access-control-|sec-|content-|cross-origin-|accept|user-agent$|etag$|if-|last-modified$|vary$|server$|via$|date$|age$|expires$|cache-control$|keep-alive$|transfer-encoding$|strict-transport-security$)/;
const schemes =
  /^(?:apikey|aws4-hmac-sha256|basic|bearer|concealed|digest|dpop|gnap|hawk|hoba|mutual|negotiate|ntlm|oauth|privatetoken|scram-sha-\d+|signature|token|vapid)$/i;

/** Replaces the secrets in a header's value. */
export function secretsInHeader(name: string, value: string, replace: Replace): string {
  const lowerName = name.toLowerCase();
  switch (lowerName) {
    case 'cookie':
      return value
        .split(';')
        .map((pair) => cookie(pair, replace))
        .join(';');
    case 'set-cookie':
      // Firefox joins several headers into one value with newlines.
      return value
        .split('\n')
        .map((line) => {
          const end = line.indexOf(';');
          return end === -1 ? cookie(line, replace) : cookie(line.slice(0, end), replace) + line.slice(end);
        })
        .join('\n');
    case 'authorization':
    case 'proxy-authorization': {
      const [match = '', scheme = '', gap = ''] = /^\s*(\S+)(\s+)(?=\S)/.exec(value) ?? [];
      if (!schemes.test(scheme)) return value.trim() === '' ? value : replace(value.trim());
      return (
        match.slice(0, -gap.length) + gap + credentials(scheme, value.slice(match.length).trimEnd(), replace)
      );
    }
    case 'www-authenticate':
    case 'proxy-authenticate':
      return value
        .replace(
          /\b(nonce|opaque)(\s*=\s*)"([^"]+)"/gi,
          (_, name: string, equals: string, secret: string) => `${name}${equals}"${replace(secret)}"`,
        )
        .replace(
          /\b(negotiate|ntlm)(\s+)([\w+/=.~-]+)/gi,
          (_, scheme: string, gap: string, secret: string) => scheme + gap + replace(secret),
        );
    case 'authentication-info':
    case 'proxy-authentication-info':
      return value === '' ? '' : replace(value);
    case 'sec-websocket-protocol':
      return protocols(value, replace);
    case 'location':
    case 'content-location':
    case 'referer':
    case 'refresh':
      return secretsInUrl(value, replace);
  }
  if (value.trim() === '' || ofTheProtocol.test(lowerName)) return secretsInText(value, replace);
  return isSecretName(name) || isSecretValue(value.trim())
    ? replace(value.trim())
    : secretsInText(value, replace);
}

/** Replaces a cookie's value; the whole pair is the value if it has no name. */
function cookie(pair: string, replace: Replace): string {
  const start = pair.indexOf('=') + 1;
  const value = pair.slice(start).trim();
  return value === '' ? pair : pair.slice(0, start) + pair.slice(start).replace(value, () => replace(value));
}

/**
 * Replaces the credentials after a scheme. Basic credentials contain a password, which may also appear
 * elsewhere.
 */
function credentials(scheme: string, text: string, replace: Replace): string {
  if (/^basic$/i.test(scheme)) {
    const [, password] = /^[^:]*:(.+)$/s.exec(decodeBase64(text)) ?? [];
    if (password) replace(password);
  }
  return text === '' ? '' : replace(text);
}

/** Replaces subprotocols. Some contain a token because a page cannot set headers of a WebSocket. */
function protocols(value: string, replace: Replace): string {
  let isAnnounced = false;
  return value
    .split(',')
    .map((part) => {
      const name = part.trim();
      const isSecret = name !== '' && (isAnnounced || isSecretValue(name));
      isAnnounced = /^(?:bearer|token|authorization|access_?token|auth|jwt)$/i.test(name);
      return isSecret ? part.replace(name, () => replace(name)) : part;
    })
    .join(',');
}

/** Decodes a value of a form; returns it unchanged if that fails. */
function decode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)));
  } catch {
    return '';
  }
}
