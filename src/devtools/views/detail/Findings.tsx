import type { LocatedFinding } from '../../../engine';
import type { Verdict } from '../../../exchange/verdict/verdict';
import { findingContext } from '../../../prose/headline';
import type { ExchangeFacts } from '../../../protocol/facts';
import type { Words } from '../words';
import { FindingItem } from './FindingItem';

interface FindingsProps {
  findings: readonly LocatedFinding[];
  /** The headline above. The items do not repeat it. */
  said: string;
  facts: ExchangeFacts;
  verdict: Verdict;
  mayBeCached: boolean;
  /** The name of the browser, for people. */
  browser: string;
  words: Words;
  onOpenUrl(url: string): void;
}

/** Draws the problems of a request. The first one is the one that the browser acted on. */
export function Findings(props: FindingsProps) {
  const { findings, said, facts, verdict, mayBeCached, browser, words, onOpenUrl } = props;
  return (
    <ol class="findings">
      {findings.map((finding) => (
        <FindingItem
          key={`${finding.code} ${finding.hop}`}
          finding={finding}
          context={findingContext(facts, verdict, finding, browser, mayBeCached)}
          said={said}
          words={words}
          onOpenUrl={onOpenUrl}
        />
      ))}
    </ol>
  );
}
