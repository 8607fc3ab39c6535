import type { Language } from '../../prose';
import { cliWords } from '../../prose/cli-words';
import type { ExplainingContext } from '../../recording/explain-recording';
import { redactedExchange } from '../../recording/redacted-exchange';
import { replayKit } from '../../report/replay';
import type { PanelStore, Row } from '../store/store';

/** Returns what sends a request again, without secrets; null if the request was not fully recorded. */
export async function replayOf(
  { entry }: Row,
  store: PanelStore,
  listening: ExplainingContext['listening'],
  language: Language,
): Promise<string | null> {
  const browser = store.recording.value.browser?.name;
  if (!browser) return null;
  const [sites] = await Promise.all([import('../../engine/site'), cliWords.load(language)]);
  // A preflight is sent again together with its request.
  const { preflightFor } = entry.facts;
  const { facts } = (preflightFor && store.rowOf(preflightFor.exchange)?.entry) ?? entry;
  const context = { browser, listening, sites, sinceReload: store.sinceReload };
  return replayKit(redactedExchange(facts, store.exchanges.value, context, 'readable'), language);
}
