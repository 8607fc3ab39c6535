import { parseUrl, type SerializedOrigin } from '../engine';
import { serverOriginOf } from './server-origin';

/** What was made of a typed URL beyond its letters. */
export type UrlNote = 'https-assumed' | 'http-assumed' | 'web-socket-as-http' | 'host-converted' | 'opaque';

/** Why a text is no URL that has an origin to compare. */
export type UrlProblem = 'no-url' | 'no-host' | 'bad-port' | 'space' | 'other-scheme' | 'opaque-target';

/** A typed URL: nothing yet, an origin, or what is wrong with it. */
export type TypedUrl =
  | { readonly kind: 'empty' }
  | { readonly kind: 'origin'; readonly origin: SerializedOrigin; readonly notes: readonly UrlNote[] }
  | { readonly kind: 'wrong'; readonly problem: UrlProblem };

const thisMachine = /^(localhost|[^/?#]+\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)(:|[/?#]|$)/i;
const opaqueSchemes: ReadonlySet<string> = new Set(['file:', 'data:', 'about:', 'javascript:']);
const longest = 10_000;

/** The origin of a URL as people type it: without a scheme it gets one. Only a page may be opaque. */
export function parseTypedUrl(text: string, as: 'page' | 'other'): TypedUrl {
  const typed = text.trim().slice(0, longest);
  if (typed === '') return { kind: 'empty' };
  if (typed === 'null') return opaque(as);
  const { url, notes } = completed(typed);
  const parsed = parseUrl(url);
  // Chrome's parser lets through what no host may have, and escapes it.
  if (!parsed || /%/.test(parsed.hostname)) return { kind: 'wrong', problem: problemOf(url) };

  const { protocol, hostname } = parsed;
  if (opaqueSchemes.has(protocol)) return opaque(as);
  // The origin of a blob: URL is that of whoever made it.
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

/** The text with a scheme: `localhost:3000` is a host and a port, `data:,x` a scheme. */
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
