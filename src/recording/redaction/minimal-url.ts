import { parseUrl } from '../../engine';
import { isLikely, isNamedInPath } from '../../protocol/script-facts';
import { decode, type Placeholders } from './placeholders';
import { isPlain } from './plain-words';

/** The parts of a URL as written, absolute or not. */
const parts = /^([a-z][a-z\d+.-]*:)?(?:([/\\]{2})([^/\\?#]*))?([^?#]*)(?:(\?)([^#]*))?(?:(#)(.*))?$/is;
const host = /^(?:\[[\da-f:.]+\]|\*|(?:\*\.)?[\p{L}\p{N}_.-]+)?(?::(?:\d{1,5}|\*))?$/u;
/** File name extensions that are kept. */
const fileType =
  /\.(?:[cm]?jsx?|tsx?|json|jsonp|map|css|s?html?|php|aspx?|jsp|do|xml|svg|png|jpe?g|gif|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp[34]|webm|m3u8|mpd|wasm|pdf|zip|gz|txt|csv|webmanifest|md)$/i;

/** Parameters whose values a rule reads. */
const keptParameters: ReadonlyMap<string, RegExp> = new Map([
  ['EIO', /^[34]$/],
  ['transport', /^(?:polling|websocket|webtransport)$/],
]);

/** The rules for URLs. */
export interface MinimalUrls {
  /** Replaces a URL, absolute or not, or a text that is not a URL. */
  url(text: string): string;
  /** Replaces a path. */
  path(text: string): string;
}

/**
 * Returns rules that keep the scheme, host, port, plain path words and plain parameter names of URLs and
 * replace everything else. `handedOn` maps a fragment to the fragment that it passes on.
 */
export function minimalUrls(
  { of, ofName }: Placeholders,
  handedOn: ReadonlyMap<string, string> = new Map(),
): MinimalUrls {
  const known = new Map<string, string>();

  function segment(text: string): string {
    const [name = '', ...parameters] = text.split(';');
    const plain = [name === '' ? '' : segmentName(name), ...parameters.map(parameter)];
    return plain.join(';');
  }

  function segmentName(text: string): string {
    const name = decode(text);
    if (!isNamedInPath(name.replace(/\.jsonp?$/, '')) && isPlain(name)) return text;
    const [end = ''] = fileType.exec(name) ?? [];
    return ofName(text.slice(0, text.length - end.length)) + end;
  }

  const path = (text: string) => text.replace(/[^/\\]+/g, segment);

  function parameter(pair: string): string {
    const equals = pair.indexOf('=');
    if (equals === -1) return pair === '' || isPlain(decode(pair)) ? pair : ofName(pair);
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    const isKept = keptParameters.get(name)?.test(value) ?? false;
    return `${parameterName(name)}=${isKept ? value : ofName(value)}`;
  }

  function parameterName(name: string): string {
    const plain = decode(name);
    if (name === '' || isPlain(plain)) return name;
    return isLikely({ parameter: plain, name: '' }) ? `callback-${of(name)}` : of(name);
  }

  const query = (text: string) => text.split('&').map(parameter).join('&');

  /**
   * The placeholder of the whole fragment comes first, so that no other fragment contains it by chance:
   * relays are found by comparing fragments. The fragment that it passes on comes last.
   */
  function fragment(text: string): string {
    if (text === '') return text;
    const plain = decode(text);
    const given = handedOn.get(plain);
    return [
      of(text),
      ...(/^[\w.-]+=/.test(text) ? [query(text)] : []),
      ...(given !== undefined && given !== plain ? [fragment(given)] : []),
    ].join('&');
  }

  function authority(text: string): string {
    const at = text.lastIndexOf('@');
    const [user = '', ...password] = text.slice(0, Math.max(0, at)).split(':');
    const userinfo = [user, ...(password.length > 0 ? [password.join(':')] : [])].map(of).join(':');
    const place = text.slice(at + 1);
    return `${at === -1 ? '' : `${userinfo}@`}${isHost(place) ? place : `[${of(place)}]`}`;
  }

  function written(text: string): string {
    const [, scheme = '', slashes = '', place = '', local = '', mark = '', search = '', hash = '', end = ''] =
      parts.exec(text) ?? [];
    const rest = `${mark}${query(search)}${hash}${fragment(end)}`;
    if (slashes !== '') {
      const isOfBrowser = /^moz-extension:$/i.test(scheme);
      return `${scheme}${slashes}${isOfBrowser ? of(place) : authority(place)}${path(local)}${rest}`;
    }
    switch (scheme.toLowerCase()) {
      case 'blob:':
        return `${scheme}${url(text.slice(scheme.length))}`;
      case 'data:': {
        const [, type = '', content = ''] = /^data:([^,]*,?)(.*)$/is.exec(text) ?? [];
        return `${scheme}${type.replace(/[^\s;,/=]+/g, (word) => (isPlain(word) ? word : of(word)))}${of(content)}`;
      }
      case '':
      case 'about:':
      case 'http:':
      case 'https:':
        return `${scheme}${path(local)}${rest}`;
      default:
        return `${scheme}${of(text.slice(scheme.length))}`;
    }
  }

  function url(text: string): string {
    const made = known.get(text);
    if (made !== undefined) return made;
    // Parsing removes what is around a URL.
    const [, before = '', inner = '', after = ''] = around.exec(text) ?? [];
    const shown = inner === '' ? text : before + sameAddress(inner, written(inner)) + after;
    known.set(text, shown);
    return shown;
  }

  /** Rebuilds a redacted URL from the parsed original if the two have different origins after parsing. */
  function sameAddress(text: string, shown: string): string {
    const [before, after] = [parseUrl(text, anyBase), parseUrl(shown, anyBase)];
    if (!before) return after ? `http://[${of(text)}]` : shown;
    if (after && addressOf(after) === addressOf(before)) return shown;
    const { protocol, username, password, pathname, search, hash } = before;
    const credentials = `${of(username)}${password === '' ? '' : `:${of(password)}`}`;
    const end = `${search === '' ? '' : `?${query(search.slice(1))}`}${hash === '' ? '' : `#${fragment(hash.slice(1))}`}`;
    return `${protocol}//${credentials === '' ? '' : `${credentials}@`}${before.host}${path(pathname)}${end}`;
  }

  return { url, path };
}

/** A URL, with the spaces and control characters around it. */
const around = /^([\0-\x20]*)(.*?)([\0-\x20]*)$/s;
const anyBase = 'http://base.invalid/';

/** Whether a host, with or without a port, is written as browsers write it, with whatever characters. */
function isHost(place: string): boolean {
  return host.test(place) || parseUrl(`http://${place}/`)?.host === place.toLowerCase();
}

function addressOf({ protocol, host, username, password }: URL): string {
  const isOfBrowser = protocol === 'moz-extension:';
  return JSON.stringify([protocol, isOfBrowser ? '' : host, username === '', password === '']);
}
