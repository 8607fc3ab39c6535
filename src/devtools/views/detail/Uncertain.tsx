import type { FindingCode } from '../../../engine';
import type { Verdict } from '../../../exchange/verdict/verdict';
import { candidateContext } from '../../../prose/headline';
import { distinctCandidates } from '../../../prose/reason';
import type { ExchangeFacts } from '../../../protocol/facts';
import { Icon } from '../ui/Icon';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

interface UncertainProps {
  facts: ExchangeFacts;
  verdict: Verdict;
  mayBeCached: boolean;
  /** The name of the browser, for people. */
  browser: string;
  words: Words;
}

/**
 * Draws the uncertain parts of a verdict: the candidates, what would distinguish them, and the assumptions.
 */
export function Uncertain({ facts, verdict, mayBeCached, browser, words }: UncertainProps) {
  const { ui, prose } = words;
  const { candidates, browserReasonCandidates, assumptions } = verdict;
  const { detail } = ui;
  const reasons = new Map<FindingCode | 'none', string>();
  for (const [index, code] of candidates.entries()) {
    const reason = browserReasonCandidates[index];
    if (reason !== undefined && reason !== 'none') reasons.set(code, reason);
  }
  if (candidates.length === 0 && assumptions.length === 0) return null;
  return (
    <section class="uncertain">
      {candidates.length > 0 && (
        <>
          <h3>
            <Icon name="unknown" />
            {detail.candidates}
          </h3>
          <p class="quiet">{detail.candidatesHint}</p>
          <ul>
            {distinctCandidates(verdict).map((code) => (
              <li key={code}>
                <b>{code === 'none' ? detail.nothingWrong : prose.findings[code].title}</b>
                {code !== 'none' && (
                  <>
                    {' '}
                    <code class="quiet">{reasons.get(code) ?? code}</code>
                    <p>
                      {detail.labelled(detail.remedy)}{' '}
                      <Visible
                        text={prose.findings[code].remedy(
                          candidateContext(facts, verdict, code, browser, mayBeCached),
                        )}
                      />
                    </p>
                  </>
                )}
              </li>
            ))}
          </ul>
          {reasons.size > 0 && (
            <p>
              <b>{detail.labelled(detail.tellApart)}</b> {detail.browserWould(browser)}
            </p>
          )}
        </>
      )}
      {assumptions.map(({ field, because }) => (
        <p key={field} class="assumption">
          <span class="mark" title={detail.assumed}>
            {detail.assumption}
          </span>
          {prose.assumptions[because]}
        </p>
      ))}
    </section>
  );
}
