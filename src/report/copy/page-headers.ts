import type { Header, HeaderList } from '../../engine';
import { authorHeaders } from '../../exchange/verdict/author-headers';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';

/** The value of a header of which only the name is known. */
const placeholder = 'x';

/**
 * Returns the headers that the page set. If the browser showed none, because the preflight failed, returns those that the
 * preflight announced, with values that need a preflight too.
 */
export function pageHeaders({ hops }: ExchangeFacts, { exchange }: Verdict): HeaderList {
  const sent = hops[0]?.requestHeaders;
  if (sent) return authorHeaders(sent).filter((header) => !isUsual(header));
  const announced = exchange.hops[0]?.unsafeHeaderNames ?? [];
  return announced.map((name) => [name, name === 'content-type' ? 'application/json' : placeholder]);
}

/** Whether fetch() sends this header by default. */
function isUsual([name, value]: Header): boolean {
  const lowerName = name.toLowerCase();
  return lowerName === 'accept-language' || (lowerName === 'accept' && value === '*/*');
}
