import type { Language } from '../../prose';
import { browserWithVersion } from '../../prose/browser-label';
import { causeProse } from '../../prose/causes';
import { questionProse } from '../../prose/questions';
import { stackWords } from '../../prose/stacks';
import type { ExplainingContext } from '../../recording/explain-recording';
import { redactedExchange } from '../../recording/redacted-exchange';
import { guessStack } from '../../remedy/guess-stack';
import { stackNamed } from '../../remedy/stacks';
import { writePolicy } from '../../remedy/write-policy';
import { ticket } from '../../report/ticket';
import type { PanelStore, Row } from '../store/store';

/** Returns the ticket about a request, from redacted facts; null if nothing is recorded yet. */
export async function ticketOf(
  row: Row,
  store: PanelStore,
  listening: ExplainingContext['listening'],
  language: Language,
): Promise<string | null> {
  const info = store.recording.value.browser;
  if (!info) return null;
  const [sites, words] = await Promise.all([
    import('../../engine/site'),
    stackWords.load(language),
    causeProse.load(language),
    questionProse.load(language),
  ]);
  // The findings of a preflight belong to its request, so write the ticket for the request.
  const { preflightFor } = row.entry.facts;
  const { facts } = ((preflightFor && store.rowOf(preflightFor.exchange)) ?? row).entry;
  const { sinceReload, verdictOf, fixChoices } = store;
  const context = { browser: info.name, listening, sites, sinceReload };
  const explained = redactedExchange(facts, store.exchanges.value, context, 'minimal', store.answers.value);
  const fix = explained.policyFix;
  const responses = verdictOf(facts).exchange.hops.flatMap(({ preflight, response }) =>
    [preflight, response].flatMap((each) => (each ? [each.headerList] : [])),
  );
  const choice = fix && fixChoices.of(fix.server);
  const chosen = choice?.kind === 'stack' ? stackNamed(choice.id) : null;
  const stack = chosen ?? guessStack(responses)?.id ?? null;
  const { parts, place } =
    fix && stack && fix.ofRequest.count > 0
      ? writePolicy(stack, fix.ofRequest.policy, words.comments, words.places[stack])
      : { parts: [], place: null };
  const configuration = { title: words.title, parts, place };
  return ticket({ ...explained, configuration, language, browser: browserWithVersion(info) });
}
