import type { HeaderList } from '../../../engine';
import type { Message } from '../../../prose/ui';
import { type ExchangeFacts, type HopFacts, statusOf } from '../../../protocol/facts';

/** A request or a response as the browser showed it. */
export interface SeenMessage {
  readonly hop: number;
  readonly message: Message;
  /** The method or the status. */
  readonly line: string;
  /** null: the browser did not show them. */
  readonly headers: HeaderList | null;
}

/**
 * Returns every message of an exchange by hop, preflights first. Responses come before their requests,
 * because people look for them.
 */
export function messagesOf(
  facts: ExchangeFacts,
  lookup: (id: string) => ExchangeFacts | null,
): readonly SeenMessage[] {
  return facts.hops.flatMap((hop, index) => {
    const preflight = hop.preflight === null ? null : lookup(hop.preflight)?.hops[0];
    return [
      ...(preflight ? pair(preflight, index, 'preflight-request', 'preflight-response') : []),
      ...pair(hop, index, 'request', 'response'),
    ];
  });
}

function pair(hop: HopFacts, index: number, request: Message, answered: Message): readonly SeenMessage[] {
  const { method, requestHeaders, response } = hop;
  const status = statusOf(hop);
  const answer: SeenMessage = {
    hop: index,
    message: answered,
    line: String(status ?? ''),
    headers: response?.headerList ?? null,
  };
  const question: SeenMessage = { hop: index, message: request, line: method, headers: requestHeaders };
  return status === null ? [question] : [answer, question];
}
