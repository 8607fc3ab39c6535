import { getHeader } from './headers';
import type { HeaderList, SerializedOrigin } from './model';
import { isSameOrigin, originOf, parseUrl } from './origin';

/** What a Connection-Allowlist allows. */
export interface ConnectionAllowlist {
  /** The URL patterns, as written. */
  readonly patterns: readonly string[];
  /** Whether it allows the origin of the response that it was sent with. */
  readonly allowsOwn: boolean;
  readonly allowsRedirects: boolean;
}

// The parts of a structured field, as far as this header uses them (RFC 9651).
const bareItem =
  /"(?:[ !#-[\]-~]|\\["\\])*"|[A-Za-z*][\w!#$%&'*+\-.^`|~:/]*|-?\d+(?:\.\d+)?|\?[01]|:[A-Za-z\d+/=]*:/.source;
const parameters = `(?:; *[a-z*][a-z\\d_.*-]*(?:=(?:${bareItem}))?)*`;
const item = `(?:${bareItem})${parameters}`;
const innerList = `\\( *(?:${item}(?: +${item})*)? *\\)${parameters}`;
const member = `(?:${innerList}|${item})`;
const list = new RegExp(`^ *${member}(?:[ \\t]*,[ \\t]*${member})* *$`);
const firstList = new RegExp(`^ *\\( *((?:${item}(?: +${item})*)?) *\\)(${parameters})`);
const items = new RegExp(`(${bareItem})${parameters}`, 'g');

/**
 * Returns a document's Connection-Allowlist; null if it has none. Chrome uses the first list only, takes a value
 * that it cannot parse for an empty list, and ignores all parameters but one (measured).
 *
 * @see https://github.com/WICG/connection-allowlists
 */
export function connectionAllowlistOf(
  headerList: HeaderList,
  name: 'Connection-Allowlist' | 'Connection-Allowlist-Report-Only' = 'Connection-Allowlist',
): ConnectionAllowlist | null {
  const value = getHeader(headerList, name);
  if (value === null) return null;
  const [, inside = '', after = ''] = (list.test(value) && firstList.exec(value)) || [];
  const entries = [...inside.matchAll(items)].map(([, entry = '']) => entry);
  return {
    patterns: entries.filter((entry) => entry.startsWith('"')).map(unquoted),
    allowsOwn: entries.includes('response-origin'),
    allowsRedirects: /; *redirects=allow(?![\w.*-])/.test(after),
  };
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(["\\])/g, '$1');
}

/**
 * Whether a list allows a connection. `origin`: that of the response with the list. `unknown`: a pattern uses more of
 * URL Pattern than is read here. A WebSocket counts as its http: URL (measured).
 */
export function connectionCheck(
  { patterns, allowsOwn }: ConnectionAllowlist,
  url: string,
  origin: SerializedOrigin,
): 'allowed' | 'blocked' | 'unknown' {
  const target = parseUrl(url.replace(/^ws(s?):/i, 'http$1:'));
  if (!target || !/^https?:$/.test(target.protocol)) return 'allowed';
  if (allowsOwn && isSameOrigin(originOf(target.href), origin)) return 'allowed';
  const results = patterns.map((pattern) => isMatch(pattern, target));
  if (results.includes(true)) return 'allowed';
  return results.includes(null) ? 'unknown' : 'blocked';
}

/** Whether a pattern uses more than wildcards: groups, names, modifiers, escapes; or has a search or a hash. */
export function isElaboratePattern(pattern: string): boolean {
  return /[{}()\\+?#%[\]]|:[A-Za-z_]|[^ -~]/.test(pattern);
}

/** Whether a URL matches a pattern; null if that is not known. */
function isMatch(pattern: string, { protocol, hostname, port, pathname }: URL): boolean | null {
  if (isElaboratePattern(pattern)) return null;
  const [, scheme, host, wantedPort, path] =
    /^(\*|[a-z][a-z\d+.-]*):\/\/([^/:]*)(?::(\d+|\*))?(\/.*)?$/i.exec(pattern) ?? [];
  // A pattern has no base, so that a relative one is not valid.
  if (scheme === undefined || host === undefined) return false;
  if (scheme !== '*' && `${scheme.toLowerCase()}:` !== protocol) return false;
  const isDefault = (protocol === 'https:' ? '443' : '80') === wantedPort;
  const isPort = wantedPort === '*' || (isDefault ? '' : (wantedPort ?? '')) === port;
  if (!isPort || !hasForm(hostname, host.toLowerCase())) return false;
  if (path === undefined) return true;
  return path.split('/').some((part) => part !== '*' && part.includes('*')) ? null : hasForm(pathname, path);
}

/** Whether a text has a form in which each `*` stands for any text. */
function hasForm(text: string, form: string): boolean {
  const [start = '', ...rest] = form.split('*');
  if (rest.length === 0) return text === form;
  if (!text.startsWith(start)) return false;
  const end = rest.pop() ?? '';
  let at = start.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - end.length >= at && text.endsWith(end);
}
