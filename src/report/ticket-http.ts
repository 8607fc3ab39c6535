import {
  type FetchResponse,
  getHeader,
  type HeaderList,
  type Hop,
  parseUrl,
  preflightHeaders,
  serializeRequestOrigin,
} from '../engine';
import type { Verdict } from '../exchange/verdict/verdict';
import type { Prose } from '../prose';
import { bounded } from '../prose/short-url';
import type { ExchangeFacts } from '../protocol/facts';
import type { ExplainedExchange } from '../recording/requests/explain-exchanges';
import { codeBlock } from './escape-markdown';

// The requests and responses of a ticket, as HTTP.

const maxValueLength = 500;
const maxUrlLength = 2000;

/** Returns the requests of a chain as they were sent, or would be. */
export function requestAsSent(
  { facts, verdict }: Pick<ExplainedExchange, 'facts' | 'verdict'>,
  { ticket: words }: Prose,
): string {
  return verdict.exchange.hops
    .map((hop, index) => {
      const contentType = sentContentType(facts, index);
      const asks = hop.preflight ? preflightHeaders(asked(hop, verdict)).slice(1) : [];
      return codeBlock('http', [
        `${hop.method} ${shownUrl(hop.url)}`,
        ...originHeader(verdict, index).map(([name, value]) => `${name}: ${value}`),
        ...(contentType === null ? [] : [`Content-Type: ${bounded(contentType, maxValueLength)}`]),
        ...(asks.length > 0 ? ['', `# ${words.preflightRequest}`] : []),
        ...asks.map(([name, value]) => `${name}: ${bounded(value, maxValueLength)}`),
      ]);
    })
    .join('\n\n');
}

function sentContentType({ hops }: ExchangeFacts, index: number): string | null {
  return getHeader(hops[index]?.requestHeaders ?? [], 'Content-Type');
}

/** What decides what the preflight of a request asks for. */
export function asked({ method, unsafeHeaderNames }: Hop, { exchange }: Verdict) {
  return { method, unsafeHeaderNames, credentialsMode: exchange.credentialsMode };
}

/** Returns the Origin header of a hop as sent, or as it would be sent; an empty list if it has none. */
export function originHeader({ exchange, requestClass }: Verdict, index: number): HeaderList {
  const urlList = exchange.hops.slice(0, index + 1).map(({ url }) => url);
  const isCors = requestClass === 'simple' || requestClass === 'preflighted';
  const computed = isCors ? serializeRequestOrigin({ ...exchange, urlList }) : null;
  const origin = exchange.hops[index]?.sentOrigin ?? computed;
  return origin === null ? [] : [['Origin', bounded(origin, maxValueLength)]];
}

const relevant =
  /^(access-control-.*|vary|location|content-type|cross-origin-(resource|embedder|opener)-policy|x-content-type-options|x-frame-options|server|via)$/i;

/** Returns the responses with the headers that matter. */
export function responses({ verdict }: Pick<ExplainedExchange, 'verdict'>, { ticket: words }: Prose): string {
  const blocks = verdict.exchange.hops.flatMap(({ preflight, response }) => [
    ...(preflight ? [responseBlock(words.preflightResponse(preflight.status), preflight)] : []),
    ...(response ? [responseBlock(words.response(response.status), response)] : []),
  ]);
  return blocks.length === 0 ? words.noResponse : blocks.join('\n\n');
}

function responseBlock(title: string, { headerList }: FetchResponse): string {
  const lines = headerList
    .filter(([name]) => relevant.test(name))
    .map(([name, value]) => `${name}: ${shown(name, value)}`);
  return codeBlock('http', [`# ${title}`, ...lines]);
}

/** Returns a header value, shortened for a ticket. */
export function shown(header: string, value: string): string {
  return header.toLowerCase() === 'location' ? shownUrl(value) : bounded(value, maxValueLength);
}

/** Returns a URL without user name, password and fragment, because these are not sent in the request line. */
export function shownUrl(url: string): string {
  const parsed = parseUrl(url);
  const address = parsed
    ? `${parsed.protocol}//${parsed.host}${parsed.pathname}${parsed.search}`
    : url.replace(/^(\w+:)?\/\/[^/?#]*@/, '$1//').replace(/#.*/s, '');
  return bounded(address, maxUrlLength);
}
