import type { ConsoleMessage } from '../diagnosis/console/message';
import { readConsoleMessages } from '../diagnosis/console/read-messages';
import { parseUrl } from '../engine';
import type { ExchangeFacts } from '../protocol/facts';
import type { Draft } from '../recording/what-if/draft';
import { draftFacts } from '../recording/what-if/draft-facts';
import { messageDraft, transcriptDraft } from '../recording/what-if/pasted-draft';
import { readDraft } from '../recording/what-if/read-draft';
import type { FileRecording } from './file-recording';

/**
 * Reads raw HTTP, what `curl -v` printed, or the messages of a browser's console; null if the text is none of these. HTTP
 * shows neither the mode of a request nor its end, so the usual ones are assumed, and the rules decide. A message says
 * what the browser decided, and shows no response.
 */
export function readText(name: string, text: string): FileRecording | null {
  const transcript = transcriptDraft(text);
  const messages = transcript ? [] : readConsoleMessages(text);
  const exchanges = transcript
    ? exchangesOf(transcript, 0).map(withoutEnd)
    : messages.flatMap(exchangesOfMessage);
  const [first] = exchanges;
  if (!first) return null;
  const [message] = messages;
  const browser = message?.browser === 'chrome' || message?.browser === 'firefox' ? message.browser : null;
  const url = parseUrl(first.origin ?? '')?.href ?? '';
  return {
    name,
    format: 'text',
    browser: browser && { name: browser, version: '' },
    writer: null,
    page: { url, title: null, frames: [] },
    exchanges,
    pageEvents: [],
    sinceReload: new Map(),
    fromMs: 0,
    toMs: 0,
    sawNavigation: true,
    redaction: 'everything',
    lacks: transcript ? ['ends', 'modes', 'page-events'] : ['responses', 'page-events'],
    leftOut: 0,
  };
}

/** Returns the facts of a draft and of its preflights. */
function exchangesOf(draft: Draft, index: number): readonly ExchangeFacts[] {
  const { exchange, headers } = readDraft(draft);
  if (!exchange) return [];
  const { facts, preflights } = draftFacts({ draft, exchange, headers }, { base: null, draft });
  return [...preflights, facts].map((each) => withNumber(each, index));
}

function exchangesOfMessage(message: ConsoleMessage, index: number): readonly ExchangeFacts[] {
  const draft = messageDraft(message);
  if (!draft) return [];
  const { codes, value, header, status } = message;
  return exchangesOf({ ...draft, hops: [{ preflight: '', response: '' }] }, index).map((facts) =>
    codes.length === 0
      ? withoutEnd(facts)
      : { ...facts, end: { how: 'printed', atMs: facts.startedAtMs, codes, value, header, status } },
  );
}

/** Drafts have the same ids. */
function withNumber(facts: ExchangeFacts, number: number): ExchangeFacts {
  const named = (id: string) => `${number} ${id}`;
  const { preflightFor } = facts;
  return {
    ...facts,
    id: named(facts.id),
    requestId: named(facts.requestId),
    preflightFor: preflightFor && { ...preflightFor, exchange: named(preflightFor.exchange) },
    hops: facts.hops.map((hop) => ({ ...hop, preflight: hop.preflight && named(hop.preflight) })),
  };
}

function withoutEnd(facts: ExchangeFacts): ExchangeFacts {
  return { ...facts, end: { how: 'closed', atMs: facts.startedAtMs, because: 'not-shown' } };
}
