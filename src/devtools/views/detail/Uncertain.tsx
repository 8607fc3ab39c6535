import type { Verdict } from '../../../exchange/judge';
import { Icon } from '../icon/Icon';
import type { Words } from '../words';

interface UncertainProps {
  verdict: Verdict;
  /** As people call it. */
  browser: string;
  words: Words;
}

/** What is not sure about a verdict: the reasons that fit, what tells them apart, and what was assumed. */
export function Uncertain({ verdict, browser, words: { ui, prose } }: UncertainProps) {
  const { candidates, browserReasonCandidates, assumptions } = verdict;
  const { detail } = ui;
  const printed = [...new Set(browserReasonCandidates)].filter((reason) => reason !== 'none');
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
            {candidates.map((code, index) => (
              <li key={code}>
                {code === 'none' ? detail.nothingWrong : prose.findings[code].title}
                {browserReasonCandidates[index] !== 'none' && (
                  <>
                    {' '}
                    <code class="quiet">{browserReasonCandidates[index]}</code>
                  </>
                )}
              </li>
            ))}
          </ul>
          {printed.length > 0 && (
            <p>
              <b>{detail.tellApart}:</b> {detail.browserWould(browser)}
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
