import { reportedCall } from '../../../exchange/calls/page-report';
import { pageSideProseFor } from '../../../prose/page-side';
import type { StackWords } from '../../../prose/stacks';
import { isPageWrong } from '../../../recording/requests/client-fixes';
import type { ExplainedExchange } from '../../../recording/requests/explain-exchanges';
import { neverFor } from '../../../remedy/never';
import type { FixChoices } from '../../store/fix-choices';
import type { Words } from '../words';
import { ClientFixes } from './ClientFixes';
import { Never } from './Never';
import { PolicyFix } from './PolicyFix';
import './fix.css';

interface FixProps {
  explained: ExplainedExchange;
  words: StackWords;
  panelWords: Words;
  choices: FixChoices;
  onCopy(text: string, what: string): void;
}

/** Draws what to change: in the page's code, and on the server. The side that caused the failure comes first. */
export function Fix({ explained, words, panelWords, choices, onCopy }: FixProps) {
  const { subject, clientFixes } = explained;
  const { exchange, candidates, findings } = subject.verdict;
  const isUncertain = new Set(candidates).size > 1;
  const finding = isUncertain ? undefined : findings.find(({ severity }) => severity === 'error');
  const isOfPage = isPageWrong(explained);
  const inPage = (
    <ClientFixes
      fixes={clientFixes}
      site={reportedCall(subject.facts)?.call.callSite ?? null}
      words={words.client}
      panelWords={panelWords}
      pageSide={pageSideProseFor(panelWords.language)}
    />
  );
  return (
    <>
      {isOfPage && inPage}
      <PolicyFix
        explained={explained}
        words={words}
        panelWords={panelWords}
        choices={choices}
        onCopy={onCopy}
      />
      {!isOfPage && inPage}
      <Never advice={neverFor(exchange, finding ?? null)} words={words.never} />
    </>
  );
}
