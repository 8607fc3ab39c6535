import { type Pattern, patternOf } from './pattern';
import { spend } from './steps';

/** What a page's `URLPattern` says of an origin. */
export interface UrlPattern {
  /** Whether scheme, host and port are fixed, so that it matches at most one origin. */
  readonly isExact: boolean;
  /** Origins that it is probably meant to match. */
  readonly samples: readonly string[];
  /** Whether it matches a URL. @throws for what is not a URL */
  test(url: string): boolean;
}

/** The patterns of a URL's components. undefined means any. */
export interface UrlPatternInit {
  readonly protocol?: string | undefined;
  readonly hostname?: string | undefined;
  readonly port?: string | undefined;
  readonly pathname?: string | undefined;
  readonly search?: string | undefined;
  readonly hash?: string | undefined;
}

interface Component {
  readonly isFixed: boolean;
  readonly pattern: Pattern;
}

const defaultPorts: ReadonlyMap<string, string> = new Map([
  ['http', '80'],
  ['https', '443'],
  ['ws', '80'],
  ['wss', '443'],
]);

/**
 * Returns a URL pattern that is safe to run; null if it is not understood: path patterns other than a fixed
 * path or any path, and hosts that are not ASCII.
 *
 * @see https://urlpattern.spec.whatwg.org/
 */
export function urlPatternOf(init: UrlPatternInit): UrlPattern | null {
  const protocol = component(init.protocol?.toLowerCase().replace(/:$/, ''), '');
  const hostname = component(init.hostname?.toLowerCase(), '.');
  const isDefault = init.port !== undefined && defaultPorts.get(init.protocol ?? '') === init.port;
  const port = component(isDefault ? '' : init.port, '');
  const rest = [acceptsPath(init.pathname), acceptsNothing(init.search), acceptsNothing(init.hash)];
  if (!protocol || !hostname || !port || rest.includes(null)) return null;
  const takesRest = !rest.includes(false);
  return {
    isExact: protocol.isFixed && hostname.isFixed && port.isFixed,
    samples: samplesOf(protocol, hostname, port),
    test(url) {
      spend(20);
      const parsed = new URL(url);
      return (
        takesRest &&
        protocol.pattern.test(parsed.protocol.slice(0, -1)) &&
        hostname.pattern.test(parsed.hostname) &&
        port.pattern.test(parsed.port)
      );
    },
  };
}

/**
 * Returns the components of a pattern that is written as one string, `https://*.example.com`; null if it is
 * not understood.
 */
export function urlPatternInit(text: string, base: string | null): UrlPatternInit | null {
  if (base !== null && /^\/[^/]|^\/$/.test(text)) {
    const origin = originParts(base);
    return origin && { ...origin, pathname: text };
  }
  const ends = partsOf(text);
  if (!ends) return null;
  const [protocol, hostname, port, pathname, search, hash] = ends;
  return {
    protocol,
    hostname,
    port: port ?? '',
    pathname: pathname === '' ? undefined : pathname,
    search,
    hash,
  };
}

/** Returns the fixed components of a base URL; null for what is not a URL. */
export function originParts(base: string): UrlPatternInit | null {
  try {
    const { protocol, hostname, port, pathname } = new URL(base);
    return { protocol: protocol.slice(0, -1), hostname, port, pathname };
  } catch {
    return null;
  }
}

type Parts = readonly [
  protocol: string,
  hostname: string,
  port: string | undefined,
  pathname: string,
  search: string | undefined,
  hash: string | undefined,
];

/** Cuts a pattern at the delimiters outside of its groups. */
function partsOf(text: string): Parts | null {
  spend(text.length / 5);
  const start = outside(text, 0, (at) => text.startsWith('://', at));
  if (start === null) return null;
  const host = start + 3;
  const isPort = (at: number) => text[at] === ':' && !/[\p{ID_Start}$_]/u.test(text[at + 1] ?? '');
  const isQuery = (at: number) => text[at] === '?' && !isModifier(text, at);
  const isEnd = (at: number) => text[at] === '/' || text[at] === '#' || isQuery(at);
  const hostEnd = outside(text, host, (at) => isEnd(at) || isPort(at)) ?? text.length;
  const isPortNext = text[hostEnd] === ':';
  const portEnd = isPortNext ? (outside(text, hostEnd, isEnd) ?? text.length) : hostEnd;
  const pathEnd = outside(text, portEnd, (at) => text[at] === '#' || isQuery(at)) ?? text.length;
  const hashAt = outside(text, pathEnd, (at) => text[at] === '#');
  return [
    text.slice(0, start),
    text.slice(host, hostEnd),
    isPortNext ? text.slice(hostEnd + 1, portEnd) : undefined,
    text.slice(portEnd, pathEnd),
    text[pathEnd] === '?' ? text.slice(pathEnd + 1, hashAt ?? text.length) : undefined,
    hashAt === null ? undefined : text.slice(hashAt + 1),
  ];
}

/** Whether a `?` belongs to what is before it, as in `{www.}?` and `:name?`. */
function isModifier(text: string, at: number): boolean {
  return /[)}*]$|:[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text.slice(Math.max(0, at - 100), at));
}

/** Returns the first place from `from` on, outside of groups, of which that is true. */
function outside(text: string, from: number, isIt: (at: number) => boolean): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? '';
    if (depth === 0 && isIt(at)) return at;
    if (character === '\\') at++;
    else if (/[({]/.test(character)) depth++;
    else if (/[)}]/.test(character)) depth--;
  }
  return null;
}

/** Compiles the pattern of one component; `delimiter` ends the values of names. null if not understood. */
function component(text: string | undefined, delimiter: '.' | ''): Component | null {
  if (text === undefined) return component('*', delimiter);
  if (text.length > 300 || !/^[\x20-\x7e]*$/.test(text) || /[[\]]/.test(text.replace(/\([^)]*\)/g, ''))) {
    return null;
  }
  const source = sourceOf(text, delimiter);
  const pattern = source === null ? null : patternOf(`^(?:${source})$`, '');
  return pattern && { pattern, isFixed: !/[*:({]/.test(text.replace(/\\./g, '')) };
}

const anyValue = '(?:.*)';

function sourceOf(text: string, delimiter: string): string | null {
  const segment = delimiter === '.' ? '[^.]+?' : '.+?';
  let source = '';
  let rest = text;
  while (rest !== '') {
    const [token = '', escaped, group, name, custom, star] =
      /^(?:\\(.)|\{([^{}]*)\}|:([\p{ID_Start}$_][\p{ID_Continue}$]*)(\([^()]*\))?|(\*)|\([^()]*\))/u.exec(
        rest,
      ) ?? [];
    if (token === '') {
      if (/^[(){}]/.test(rest)) return null;
      source += literal(rest[0] ?? '');
      rest = rest.slice(1);
      continue;
    }
    rest = rest.slice(token.length);
    const [modifier = ''] = escaped === undefined ? (/^[?*+]/.exec(rest) ?? []) : [];
    rest = rest.slice(modifier.length);
    const inner = group === undefined ? null : sourceOf(group, delimiter);
    if (group !== undefined && inner === null) return null;
    const part =
      escaped !== undefined
        ? literal(escaped)
        : group !== undefined
          ? `(?:${inner})`
          : star
            ? anyValue
            : name === undefined
              ? `(?:${token.slice(1, -1)})`
              : `(?:${custom ? custom.slice(1, -1) : segment})`;
    source += part + modifier;
  }
  return source;
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}

/** Whether a path pattern matches the path of an origin, `/`; null if it is not understood. */
function acceptsPath(text: string | undefined): boolean | null {
  if (text === undefined || /^\/?(\*\??)?$/.test(text)) return true;
  return isPlain(text) ? false : null;
}

function acceptsNothing(text: string | undefined): boolean | null {
  if (text === undefined || text === '' || text === '*') return true;
  return isPlain(text) ? false : null;
}

function isPlain(text: string): boolean {
  return !/[\\*:(){}?+]/.test(text);
}

function samplesOf(protocol: Component, hostname: Component, port: Component): readonly string[] {
  const [scheme = ''] = protocol.pattern.samples;
  const [number = ''] = port.pattern.samples;
  return hostname.pattern.samples.map(
    (host) => `${scheme || 'https'}://${host}${number === '' ? '' : `:${number}`}`,
  );
}
