import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';
import { pageHeaders } from './page-headers';
import { type Copied, divided, isWhole, sentRequest } from './sent-request';

/**
 * Returns the page's request as JavaScript to run in a page of the same origin; null if it was not fully
 * recorded. Assumed values are marked. Headers that the browser adds are omitted, and the body is not
 * recorded.
 */
export function asFetch(facts: ExchangeFacts, verdict: Verdict): Copied | null {
  const { mode, credentialsMode } = verdict;
  const request = sentRequest(facts);
  if (!request) return null;
  const { method, without } = request;
  const url = quotedForScript(request.url);
  if (mode.value === 'webtransport') return { text: `new WebTransport(${url});`, without: [] };
  if (mode.value === 'websocket') return { text: `new WebSocket(${url});`, without: [] };

  const note = (basis: string) => (basis === 'assumed' ? ' // assumed' : '');
  const headers = divided(pageHeaders(facts, verdict), isWhole).headers.map(
    ([name, value]) => `    [${quotedForScript(name)}, ${quotedForScript(value)}],`,
  );
  const lines = [
    ...(method === 'GET' ? [] : [`  method: ${quotedForScript(method)},`]),
    // fetch() does not accept the mode `navigate`.
    ...(mode.value === 'navigate' ? [] : [`  mode: '${mode.value}',${note(mode.basis)}`]),
    `  credentials: '${credentialsMode.value}',${note(credentialsMode.basis)}`,
    ...(headers.length === 0 ? [] : ['  headers: [', ...headers, '  ],']),
  ];
  return { text: `await fetch(${url}, {\n${lines.join('\n')}\n});`, without };
}

/**
 * Returns `text` as a JavaScript string literal in printable ASCII. It has no `<`, so it is safe inside HTML.
 */
export function quotedForScript(text: string): string {
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replace(/[^ -~]|</g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `'${escaped}'`;
}
