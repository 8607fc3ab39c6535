import { parseUrl, type SerializedOrigin } from '../engine';
import { serverOriginOf } from './server-origin';

/** An assumption or conversion in the parsing of a typed URL. */
export type UrlNote = 'https-assumed' | 'http-assumed' | 'web-socket-as-http' | 'host-converted' | 'opaque';

/** Why a text is not a URL with an origin to compare. */
export type UrlProblem = 'no-url' | 'no-host' | 'bad-port' | 'space' | 'other-scheme' | 'opaque-target';

/** A typed URL: empty, an origin, or a problem. */
export type TypedUrl =
  | { readonly kind: 'empty' }
  | { readonly kind: 'origin'; readonly origin: SerializedOrigin; readonly notes: readonly UrlNote[] }
  | { readonly kind: 'wrong'; readonly problem: UrlProblem };

const thisMachine = /^(localhost|[^/?#]+\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)(:|[/?#]|$)/i;
const opaqueSchemes: ReadonlySet<string> = new Set(['file:', 'data:', 'about:', 'javascript:']);
const longest = 10_000;

/**
 * Parses a URL as people type it, and adds a scheme if there is none. Only a page can have an opaque origin.
 */
export function parseTypedUrl(text: string, as: 'page' | 'other'): TypedUrl {
  const typed = text.trim().slice(0, longest);
  if (typed === '') return { kind: 'empty' };
  if (typed === 'null') return opaque(as);
  const { url, notes } = completed(typed);
  const parsed = parseUrl(url);
  // Chrome's parser accepts characters that are invalid in a host, and percent-encodes them.
  if (!parsed || /%/.test(parsed.hostname)) return { kind: 'wrong', problem: problemOf(url) };

  const { protocol, hostname } = parsed;
  if (opaqueSchemes.has(protocol)) return opaque(as);
  // The origin of a blob: URL is that of the document that created it.
  const origin = serverOriginOf(parsed.href);
  if (!/^https?:\/\//.test(origin)) return { kind: 'wrong', problem: 'other-scheme' };
  return {
    kind: 'origin',
    origin,
    notes: [
      ...notes,
      ...(protocol === 'ws:' || protocol === 'wss:' ? (['web-socket-as-http'] as const) : []),
      ...(protocol === 'blob:' || url.toLowerCase().includes(hostname) ? [] : (['host-converted'] as const)),
    ],
  };
}

function opaque(as: 'page' | 'other'): TypedUrl {
  return as === 'page'
    ? { kind: 'origin', origin: 'null', notes: ['opaque'] }
    : { kind: 'wrong', problem: 'opaque-target' };
}

/** Returns the text with a scheme. `localhost:3000` is a host and a port, but `data:,x` has a scheme. */
function completed(typed: string): { readonly url: string; readonly notes: readonly UrlNote[] } {
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(typed)) return { url: typed, notes: [] };
  const rest = typed.replace(/^\/\//, '');
  return thisMachine.test(rest)
    ? { url: `http://${rest}`, notes: ['http-assumed'] }
    : { url: `https://${rest}`, notes: ['https-assumed'] };
}

function problemOf(url: string): UrlProblem {
  const [, authority] = /^[a-z][a-z\d+.-]*:\/*([^/?#]*)/i.exec(url) ?? [];
  if (authority === undefined) return 'no-url';
  const host = authority.replace(/^.*@/, '');
  const [, port = ''] = /:([^:\]]*)$/.exec(host) ?? [];
  if (/^(:\d*)?$/.test(host)) return 'no-host';
  if (/\s/.test(host)) return 'space';
  return /^\d*$/.test(port) && Number(port) <= 65_535 ? 'no-url' : 'bad-port';
}
