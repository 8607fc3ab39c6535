import type { Header } from '../engine';
import type { Report, ReportHop } from './model';
import { isSecretName, isSecretValue, secretHeaders } from './secrets';

/** Values shorter than this are replaced where they stand, not wherever the same letters occur. */
const minLength = 6;
/** Fields that hold our own words only: a cookie's value `default` must not tear holes in them. */
const ownWords: ReadonlySet<string> = new Set([
  'because',
  'class',
  'code',
  'outcome',
  'result',
  'schema',
  'section',
  'specUrl',
  'step',
]);
const urlInText = /\b(?:https?|wss?|ftp):\/\/[^\s"'<>`|]+/g;

/**
 * The report without its secrets: values of Cookie, Set-Cookie, Authorization and Proxy-Authorization, and
 * values in queries, fragments and headers that look like one, in every field that repeats them. Equal
 * values become equal placeholders, so that comparing still works.
 */
export function redact(report: Report): Report {
  const placeholders = openPlaceholders();
  // First every hop's headers, which say what is secret, then every text, which may repeat it.
  const exchanges = report.exchanges.map((exchange) => ({
    ...exchange,
    hops: exchange.hops.map((hop) => redactHeaders(hop, placeholders)),
  }));
  const visited = placeholders.visit({ ...report, exchanges });
  return { ...(placeholders.visit(visited) as Report), redacted: true };
}

interface Placeholders {
  /** The placeholder of a secret: the same for the same one. */
  of(secret: string): string;
  /** The value with every known secret replaced, in every string however deep. */
  visit(value: unknown): unknown;
}

function openPlaceholders(): Placeholders {
  const known = new Map<string, string>();
  const issued = new Set<string>();
  let pattern: RegExp | null = null;

  const of = (secret: string): string => {
    if (secret === '' || issued.has(secret)) return secret;
    const placeholder = known.get(secret) ?? `REDACTED-${new Set(known.values()).size + 1}`;
    known.set(secret, placeholder);
    const decoded = decode(secret);
    if (decoded !== secret && !known.has(decoded)) known.set(decoded, placeholder);
    issued.add(placeholder);
    pattern = null;
    return placeholder;
  };

  const text = (value: string): string => {
    const redactedUrls = value.replace(urlInText, (url) => redactUrl(url, of));
    pattern ??= anyOf([...known.keys()].filter(({ length }) => length >= minLength));
    return pattern ? redactedUrls.replace(pattern, (secret) => known.get(secret) ?? secret) : redactedUrls;
  };

  const visit = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, ownWords.has(key) ? part : visit(part)]),
    );
  };
  return { of, visit };
}

function redactHeaders(hop: ReportHop, { of }: Placeholders): ReportHop {
  const each = ([name, value]: Header): Header => [name, redactHeader(name.toLowerCase(), value, of)];
  return {
    ...hop,
    requestHeaders: hop.requestHeaders?.map(each) ?? null,
    responseHeaders: hop.responseHeaders?.map(each) ?? null,
  };
}

function redactHeader(name: string, value: string, of: Placeholders['of']): string {
  switch (name) {
    case 'cookie':
      return value.replace(
        /([^=;\s]*=)([^;]*)/g,
        (_, start: string, secret: string) => start + of(secret.trim()),
      );
    case 'set-cookie':
      return value.replace(
        /^([^=;]*=)([^;]*)/,
        (_, start: string, secret: string) => start + of(secret.trim()),
      );
    case 'authorization':
    case 'proxy-authorization':
      return value.replace(
        /^(\S+\s+)?(.+)$/s,
        (_, scheme: string = '', secret: string) => scheme + of(secret),
      );
  }
  if (secretHeaders.has(name)) return of(value);
  const isOurs = /^(access-control-|sec-|content-|cross-origin-)/.test(name);
  const isSecret =
    !isOurs && name !== 'etag' && name !== 'if-none-match' && (isSecretName(name) || isSecretValue(value));
  return isSecret ? of(value) : value;
}

/** A URL with its userinfo, and the secrets of its query and fragment, replaced. */
function redactUrl(url: string, of: Placeholders['of']): string {
  return url
    .replace(/^(\w+:\/\/)([^/?#@]+)@/, (_, start: string, userinfo: string) => {
      const [user = '', ...password] = userinfo.split(':');
      return `${start}${password.length > 0 ? `${user}:${of(password.join(':'))}` : of(user)}@`;
    })
    .replace(/([?&#;])([^=&#;?]+)=([^&#;]*)/g, (all, start: string, name: string, value: string) =>
      isSecretName(decode(name)) || isSecretValue(decode(value)) ? `${start}${name}=${of(value)}` : all,
    );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function anyOf(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
}
