import type { Sites } from '../../../exchange/explained/cookie-context';
import { detailProseFor } from '../../../prose/detail';
import { visibleText } from '../../../prose/visible-text';
import type { ExchangeFacts } from '../../../protocol/facts';
import type { HopDetails } from '../../../recording/requests/hop-details';
import { durationText } from '../requests/duration';
import { Fact } from '../ui/Fact';
import { UrlText } from '../ui/UrlText';
import { Value } from '../ui/Value';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { BasisMark } from './BasisMark';

interface HopsProps {
  facts: ExchangeFacts;
  stories: readonly HopDetails[];
  relationOf: Sites['relationOf'];
  words: Words;
}

/** The requests of a redirect chain, first to last: where each went, what it said of itself, and what was checked. */
export function Hops({ facts, stories, relationOf, words }: HopsProps) {
  const { hops: said } = detailProseFor(words.language);
  return (
    <ol class="hops">
      {stories.map((details, index) => (
        <li key={index}>
          <div class="hop-line" title={visibleText(details.url.slice(0, 2000))}>
            <span class="hop-number">{index + 1}</span>
            <span class="hop-method">
              <Visible text={details.method} />
            </span>
            <UrlText url={details.url} origin={facts.origin} />
            <span class="hop-status">
              {details.internal ? said.internal[details.internal] : (details.status ?? said.noAnswer)}
            </span>
          </div>
          <dl class="facts">
            {facts.origin !== null && (
              <Fact name={said.relation}>{said.relations[relationOf(facts.origin, details.origin)]}</Fact>
            )}
            <HopFacts story={details} words={words} />
          </dl>
        </li>
      ))}
    </ol>
  );
}

function HopFacts({ story: details, words }: { story: HopDetails; words: Words }) {
  const { hops: said } = detailProseFor(words.language);
  const { sentOrigin, isTainted, corsCheck, location, preflight, tookMs } = details;
  return (
    <>
      {details.internal === null && (
        <Fact name={said.origin}>
          {sentOrigin.value === null ? said.noOrigin : <Value text={sentOrigin.value} words={words} />}
          {sentOrigin.value !== null && <BasisMark basis={sentOrigin.basis} words={words} />}
          {isTainted && <span class="quiet"> {said.tainted}</span>}
        </Fact>
      )}
      {preflight && (
        <Fact name={said.preflight}>
          {preflight.status ?? said.noAnswer}
          {preflight.tookMs !== null && <span class="quiet"> {durationText(preflight.tookMs)}</span>}
        </Fact>
      )}
      {details.internal === null && (
        <Fact name={said.corsCheck}>
          {corsCheck.kind === 'passed' && <span class="hop-passed">{said.passed}</span>}
          {corsCheck.kind === 'failed' && (
            <span class="hop-failed">{words.prose.findings[corsCheck.finding].title}</span>
          )}
          {corsCheck.kind === 'none' && <span class="quiet">{said.notChecked[corsCheck.because]}</span>}
        </Fact>
      )}
      {location !== null && (
        <Fact name={said.location}>
          <Value text={location} words={words} />
        </Fact>
      )}
      {tookMs !== null && <Fact name={said.took}>{durationText(tookMs)}</Fact>}
    </>
  );
}
