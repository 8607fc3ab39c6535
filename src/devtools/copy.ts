import type { Header, HeaderList } from '../engine';
import { authorHeaders } from '../exchange/author-headers';
import type { Verdict } from '../exchange/judge';
import type { ExchangeFacts, HopFacts } from '../protocol/facts';

/** Headers that curl writes itself, or that would be wrong without the body, which is not recorded. */
const notForCurl: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'host',
  'transfer-encoding',
]);

/**
 * The request that the page made, before any redirect, as a command for a POSIX shell. Without its body,
 * which is not recorded.
 */
export function asCurl(facts: ExchangeFacts): string {
  const [hop] = facts.hops;
  if (!hop) return '';
  const { method, url } = hop;
  const sent = headersOf(hop, facts).filter(([name]) => !notForCurl.has(name.toLowerCase()));
  const options = [
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(method === 'GET' ? [] : [method === 'HEAD' ? '--head' : `-X ${quoted(method)}`]),
    ...sent.map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(hop.requestHeaders?.some(([name]) => name.toLowerCase() === 'accept-encoding')
      ? ['--compressed']
      : []),
  ];
  return [`curl ${quoted(url)}`, ...options].join(' \\\n  ');
}

/** The headers as sent; where the browser showed none, the one that is known. */
function headersOf({ requestHeaders }: HopFacts, { origin }: ExchangeFacts): HeaderList {
  return requestHeaders ?? (origin === null ? [] : [['Origin', origin]]);
}

const control = /\p{Cc}/u;

/** A word for the shell. Control characters are escaped: pasted as they are, a terminal obeys them. */
function quoted(text: string): string {
  if (/^[\w./:=@%+,-]+$/.test(text)) return text;
  if (!control.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = Array.from(text, (character) => {
    if (character === "'" || character === '\\') return `\\${character}`;
    const code = character.codePointAt(0) ?? 0;
    if (!control.test(character)) return character;
    return code < 0x80 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
  });
  return `$'${escaped.join('')}'`;
}

/**
 * The request that the page made, as JavaScript for a page of its origin. What was assumed is marked; what
 * the browser adds by itself is left out, and so is the body, which is not recorded.
 */
export function asFetch(facts: ExchangeFacts, { mode, credentialsMode }: Verdict): string {
  const [hop] = facts.hops;
  if (!hop) return '';
  const url = quotedForScript(hop.url);
  if (mode.value === 'websocket') return `new WebSocket(${url});`;

  const note = (basis: string) => (basis === 'assumed' ? ' // assumed' : '');
  const set = authorHeaders(hop.requestHeaders ?? []).filter((header) => !isUsual(header));
  const headers = set.map(([name, value]) => `    [${quotedForScript(name)}, ${quotedForScript(value)}],`);
  const lines = [
    ...(hop.method === 'GET' ? [] : [`  method: ${quotedForScript(hop.method)},`]),
    // A page cannot ask for the mode of a navigation.
    ...(mode.value === 'navigate' ? [] : [`  mode: '${mode.value}',${note(mode.basis)}`]),
    `  credentials: '${credentialsMode.value}',${note(credentialsMode.basis)}`,
    ...(headers.length === 0 ? [] : ['  headers: [', ...headers, '  ],']),
  ];
  return `await fetch(${url}, {\n${lines.join('\n')}\n});`;
}

/** Whether fetch() sends that header by itself. */
function isUsual([name, value]: Header): boolean {
  const lowerName = name.toLowerCase();
  return lowerName === 'accept-language' || (lowerName === 'accept' && value === '*/*');
}

/** A string of JavaScript, with every character that cannot be seen escaped. */
function quotedForScript(text: string): string {
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code > 0xffff ? `\\u{${hex(code, 5)}}` : `\\u${hex(code, 4)}`;
    });
  return `'${escaped}'`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
