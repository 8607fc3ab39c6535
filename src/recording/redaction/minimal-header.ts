import { isOriginPattern } from '../../diagnosis/causes/origin-wildcard-pattern';
import {
  isCorsSafelistedRequestHeader,
  isElaboratePattern,
  isToken,
  mimeTypeEssence,
  parseUrl,
} from '../../engine';
import { headerKind } from './header-kind';
import type { HeaderKind } from './kept-headers';
import { inside, type MinimalCookies } from './minimal-cookie';
import { isPlaceholder } from './placeholder-pattern';
import type { Placeholders } from './placeholders';
import { isHeaderWord, isPlain } from './plain-words';
import { methodWords } from './vocabulary';

/** The replacement functions that the rules for headers use. */
export interface HeaderMakings {
  readonly placeholders: Placeholders;
  readonly cookies: MinimalCookies;
  url(text: string): string;
  path(text: string): string;
  /** Whether a text is a host of the recording or looks like one. */
  isHost(text: string): boolean;
}

/** The rules for the values of headers and their parts. */
export interface MinimalHeaders {
  /** Replaces the value of a header with that name. */
  value(name: string, value: string): string;
  method(text: string): string;
  /** Replaces an origin, `*`, `null`, or a malformed origin. */
  origin(text: string): string;
  /** Replaces the name of a policy's directive, such as `connect-src`. */
  directive(text: string): string;
}

/** A run of characters that is kept or replaced as a whole. */
const run = /[^\s,;=()"<>[\]{}|:/?'*\\]+/g;
const quoted = /"((?:[^"\\]|\\.)*)"/g;
const digitsOfValue = 12;
const longestSafelisted = 128;

/**
 * Returns rules that remove everything that no rule, cause or fix uses. The engine reads the same from the
 * result.
 */
export function minimalHeaders({
  placeholders: { of },
  cookies,
  url,
  path,
  isHost,
}: HeaderMakings): MinimalHeaders {
  const words = (value: string, isKept: (run: string) => boolean = isHeaderWord) =>
    value
      .replace(quoted, (match, inner: string) => (isWords(inner) || inner === '' ? match : `"${of(inner)}"`))
      .replace(run, (word) => (isKept(word) || isPlaceholder(word) ? word : of(word)));

  const isWords = (text: string) => (text.match(run) ?? []).every(isHeaderWord);

  /** Several numbers in a value may form one long number, such as that of a credit card. */
  function fewWords(value: string): string {
    const isLong = value.replace(/\D/g, '').length > digitsOfValue;
    return words(value, (word) => isHeaderWord(word) && !(isLong && /\d{3}/.test(word)));
  }

  /** A number with more than ten digits becomes the largest with ten, which no rule distinguishes from it. */
  const numbers = (value: string) =>
    words(
      value.replace(/(?<![\w.])\d{11,}(?![\w.])/g, '9999999999'),
      (word) => isHeaderWord(word) || /^\d{0,10}-?\d{0,10}$/.test(word),
    );

  /** Replaces a list of tokens; an item that is not a token becomes another item that is not one. */
  const tokens = (value: string, replaced: (word: string) => string) =>
    value.replace(run, (word) => (isToken(word) ? replaced(word) : `${of(word)}@`));

  const method = (text: string) => {
    if (methodWords.has(text.toUpperCase()) || text === '') return text;
    // What no list can name stays so.
    return isToken(text) ? of(text) : `(${of(text)})`;
  };

  function origin(text: string): string {
    if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return url(text);
    const port = /:\d{1,5}$/.exec(text)?.[0] ?? '';
    if (isHost(text.slice(0, text.length - port.length).replace(/^\*\./, ''))) return text;
    const shown = withMark(text, fewWords(text));
    const [isUrl, isShownAsUrl] = [text, shown].map(isUrlOrPattern);
    if (isUrl === isShownAsUrl) return shown;
    return isUrl ? url(text) : withMark(text, of(text));
  }

  /** A pattern stays one: no browser accepts it, and that is the cause. */
  const withMark = (text: string, shown: string) =>
    isOriginPattern(text) && !isOriginPattern(shown) ? `${shown}^` : shown;

  // Quotes stay, because a comma between them separates nothing.
  const origins = (value: string) => value.replace(/[^\s,;"]+/g, origin);

  function mimeTypes(value: string): string {
    return value
      .replace(quoted, (_, inner: string) => `"${of(inner)}"`)
      .replace(run, (word) => {
        if (isHeaderWord(word) || isPlaceholder(word) || /^\d(?:\.\d{1,3})?$/.test(word)) return word;
        // The parts of a subtype are checked separately, as in `vnd.example+json`.
        return word.replace(/[^+.]+/g, (piece) =>
          isHeaderWord(piece) || isPlain(piece) ? piece : of(piece),
        );
      });
  }

  const languages = (value: string) =>
    value.replace(run, (word) =>
      /^(?:[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?|q|[01](?:\.\d{1,3})?)$/.test(word)
        ? word
        : of(word),
    );

  const date = (value: string) =>
    /^(?:\d{1,10}|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT|-1)$/.test(value)
      ? value
      : of(value);

  const directive = (text: string) => (directives.test(text) || isHeaderWord(text) ? text : of(text));

  function policy(value: string): string {
    return value
      .split(/([;,])/)
      .map((part, index) => {
        if (index % 2 === 1) return part;
        let isFirst = true;
        return part.replace(/'[^']*'|"[^"]*"|[^\s()=]+/g, (source) => {
          if (!isFirst) return policySource(source);
          isFirst = false;
          return /^["']|:\/\//.test(source) ? policySource(source) : directive(source);
        });
      })
      .join('');
  }

  function policySource(source: string): string {
    const [, mark = '', inner = ''] = /^(["'])(.*)\1$/.exec(source) ?? [];
    if (mark === "'") {
      const [, hashed = '', secret = ''] = /^(nonce-|sha(?:256|384|512)-)(.*)$/i.exec(inner) ?? [];
      if (hashed !== '') return `'${hashed}${of(secret)}'`;
      return keywords.test(inner) ? source : `'${of(inner)}'`;
    }
    if (mark === '"') return `"${policySource(inner)}"`;
    if (source === '*' || /^[a-z][a-z\d+.-]{0,20}:$/i.test(source) || isHeaderWord(source)) return source;
    if (directives.test(source) || sandboxFlags.test(source)) return source;
    if (/:\/\/|^\//.test(source)) return url(source);
    const [, place = '', port = '', local = ''] = /^([^/:]*)(:(?:\d{1,5}|\*))?(\/.*)?$/.exec(source) ?? [];
    return isHost(place.replace(/^\*\./, ''))
      ? `${place}${port}${local === '' ? '' : url(local)}`
      : of(source);
  }

  const allowlist = (value: string) =>
    value.replace(/"((?:[^"\\]|\\.)*)"|[^\s();=",]+/g, (word, inner?: string) => {
      if (inner !== undefined) return `"${pattern(inner)}"`;
      return allowlistWords.test(word) ? word : of(word);
    });

  /** Keeps the wildcards of a URL pattern, and replaces the rest as in URLs, so that the same URLs match. */
  function pattern(text: string): string {
    if (isElaboratePattern(text)) return `(${of(text)})`;
    const [, start = '', place = '', port = '', local = ''] =
      /^((?:\*|[a-z][a-z\d+.-]*):\/\/)([^/:]*)(:(?:\d{1,5}|\*))?(\/.*)?$/i.exec(text) ?? [];
    if (start === '') return of(text);
    const isKept = place === '*' || isHost(place.replace(/^\*\./, ''));
    return `${start}${isKept ? place : of(place)}${port}${local.replace(/[^/*]+/g, path)}`;
  }

  /** Replaces all parts of a challenge except schemes, parameter names and error codes. */
  function credentials(value: string): string {
    return value
      .replace(quoted, (match, inner: string) => (errorCodes.test(inner) ? match : `"${of(inner)}"`))
      .replace(/[^\s,="]+/g, (word) =>
        schemes.test(word) || challengeWords.test(word) || errorCodes.test(word) || isPlaceholder(word)
          ? word
          : of(word),
      );
  }

  const refresh = (value: string) =>
    inside(value, (text) => {
      const [start = ''] =
        /^(?:\d{1,6}(?:\.\d{1,3})?(?=[\s;,]|$))?[\s;,]*(?:url *= *)?["']?/i.exec(text) ?? [];
      return start + url(text.slice(start.length));
    });

  const links = (value: string) =>
    value
      .split(/(<[^<>]*>)/)
      .map((part, index) => (index % 2 === 1 ? `<${url(part.slice(1, -1))}>` : words(part)))
      .join('');

  const replaceBy: Readonly<Record<HeaderKind, (value: string) => string>> = {
    names: (value) => tokens(value, (word) => word),
    methods: (value) => tokens(value, method),
    origins,
    url: (value) => inside(value, url),
    words: fewWords,
    numbers,
    date,
    'mime-types': mimeTypes,
    languages,
    policy,
    allowlist,
    cookie: cookies.sent,
    'set-cookie': cookies.set,
    credentials,
    refresh,
    links,
  };

  /** Keeps a value safelisted or not, which also depends on its length. */
  function asSafe(name: string, value: string, shown: string): string {
    const isSafe = isCorsSafelistedRequestHeader(name, value);
    if (isCorsSafelistedRequestHeader(name, shown) === isSafe) return shown;
    if (!isSafe) return shown.padEnd(longestSafelisted + 1);
    return name.toLowerCase() === 'content-type' ? (mimeTypeEssence(shown) ?? '') : of(value);
  }

  return {
    value(name, value) {
      if (value.trim() === '') return value;
      const kind = headerKind(name);
      return kind ? asSafe(name, value, replaceBy[kind](value)) : of(value.trim());
    },
    method,
    origin,
    directive,
  };
}

/** Whether a value is a URL, or a pattern that would be one: the CORS check tells it from other values. */
function isUrlOrPattern(value: string): boolean {
  return parseUrl(value.replaceAll('*', 'x')) !== null;
}

const allowlistWords = /^(?:response-origin|redirects|webrtc|allow|block|report-to)$/;
const schemes =
  /^(?:apikey|aws4-hmac-sha256|basic|bearer|concealed|digest|dpop|gnap|hawk|hoba|mutual|negotiate|ntlm|oauth|privatetoken|scram-sha-\d+|signature|token|vapid)$/i;
const challengeWords =
  /^(?:algorithm|as_uri|authorization_uri|charset|client_id|domain|error|error_description|error_uri|max-age|MD5|nonce|opaque|qop|realm|resource|resource_metadata|response|scope|SHA-256|stale|true|false|uri|userhash|username|UTF-8)$/i;
const errorCodes =
  /^(?:|invalid_request|invalid_token|insufficient_scope|insufficient_user_authentication|use_dpop_nonce|auth|auth-int|UTF-8)$/;
const keywords =
  /^(?:self|none|unsafe-inline|unsafe-eval|unsafe-hashes|wasm-unsafe-eval|strict-dynamic|report-sample|inline-speculation-rules|unsafe-allow-redirects|script|allow-duplicates|trusted-types-eval|src)$/i;
const directives =
  /^(?:(?:default|connect|child|font|frame|img|manifest|media|object|prefetch|script|style|worker|fenced-frame)-src(?:-elem|-attr)?|base-uri|sandbox|form-action|frame-ancestors|navigate-to|report-uri|report-to|require-sri-for|require-trusted-types-for|trusted-types|upgrade-insecure-requests|block-all-mixed-content|plugin-types|referrer|reflected-xss|webrtc|response-origin)$/i;
const sandboxFlags =
  /^allow-(?:downloads|forms|modals|orientation-lock|pointer-lock|popups|popups-to-escape-sandbox|presentation|same-origin|scripts|storage-access-by-user-activation|top-navigation|top-navigation-by-user-activation|top-navigation-to-custom-protocols)$/i;
