import type { LocatedFinding } from '../../../engine';
import type { Verdict } from '../../../exchange/verdict/verdict';
import { findingContext } from '../../../prose/headline';
import type { ExchangeFacts } from '../../../protocol/facts';
import type { Words } from '../words';
import { FindingItem } from './FindingItem';

interface FindingsProps {
  findings: readonly LocatedFinding[];
  /** The sentence above: what stands there is not said again. */
  said: string;
  facts: ExchangeFacts;
  verdict: Verdict;
  /** As people call it. */
  browser: string;
  words: Words;
  onOpenUrl(url: string): void;
}

/** Every problem of a request, the one that the browser acted on first in front. */
export function Findings({ findings, said, facts, verdict, browser, words, onOpenUrl }: FindingsProps) {
  return (
    <ol class="findings">
      {findings.map((finding) => (
        <FindingItem
          key={`${finding.code} ${finding.hop}`}
          finding={finding}
          context={findingContext(facts, verdict, finding, browser)}
          said={said}
          words={words}
          onOpenUrl={onOpenUrl}
        />
      ))}
    </ol>
  );
}
