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

/** Draws the requests of a redirect chain in order, each with its URL, Origin header and checks. */
export function Hops({ facts, stories, relationOf, words }: HopsProps) {
  const { hops: prose } = detailProseFor(words.language);
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
              {details.internal ? prose.internal[details.internal] : (details.status ?? prose.noAnswer)}
            </span>
          </div>
          <dl class="facts">
            {facts.origin !== null && (
              <Fact name={prose.relation}>{prose.relations[relationOf(facts.origin, details.origin)]}</Fact>
            )}
            <HopFacts story={details} words={words} />
          </dl>
        </li>
      ))}
    </ol>
  );
}

function HopFacts({ story: details, words }: { story: HopDetails; words: Words }) {
  const { hops: prose } = detailProseFor(words.language);
  const { sentOrigin, isTainted, corsCheck, location, preflight, tookMs } = details;
  return (
    <>
      {details.internal === null && (
        <Fact name={prose.origin}>
          {sentOrigin.value === null ? prose.noOrigin : <Value text={sentOrigin.value} words={words} />}
          {sentOrigin.value !== null && <BasisMark basis={sentOrigin.basis} words={words} />}
          {isTainted && <span class="quiet"> {prose.tainted}</span>}
        </Fact>
      )}
      {preflight && (
        <Fact name={prose.preflight}>
          {preflight.status ?? prose.noAnswer}
          {preflight.tookMs !== null && <span class="quiet"> {durationText(preflight.tookMs)}</span>}
        </Fact>
      )}
      {details.internal === null && (
        <Fact name={prose.corsCheck}>
          {corsCheck.kind === 'passed' && <span class="hop-passed">{prose.passed}</span>}
          {corsCheck.kind === 'failed' && (
            <span class="hop-failed">{words.prose.findings[corsCheck.finding].title}</span>
          )}
          {corsCheck.kind === 'none' && <span class="quiet">{prose.notChecked[corsCheck.because]}</span>}
        </Fact>
      )}
      {location !== null && (
        <Fact name={prose.location}>
          <Value text={location} words={words} />
        </Fact>
      )}
      {tookMs !== null && <Fact name={prose.took}>{durationText(tookMs)}</Fact>}
    </>
  );
}
