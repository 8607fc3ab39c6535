import type { Verdict } from '../../../exchange/verdict/verdict';
import { type PageSideProse, pageSideProseFor } from '../../../prose/page-side';
import type { PageCall, ReportedCall } from '../../../protocol/page-hints';
import type { ExplainedExchange } from '../../../recording/requests/explain-exchanges';
import { optionsOf } from '../../../recording/requests/page-side';
import { Fact } from '../ui/Fact';
import { Section } from '../ui/Section';
import { Value } from '../ui/Value';
import type { Words } from '../words';
import { BasisMark } from './BasisMark';
import { CallPlace } from './CallPlace';

interface PageSideProps {
  explained: ExplainedExchange;
  words: Words;
}

/**
 * Draws a section about the page's call: its options, its place and its result, or why these are not known.
 */
export function PageSide({ explained: { facts, verdict, pageSide: side }, words }: PageSideProps) {
  if (!side) return null;
  const prose = pageSideProseFor(words.language);
  const violations = facts.page?.violations ?? [];
  return (
    <Section title={prose.title}>
      {facts.requestId === '' && <p class="quiet">{prose.noRequest}</p>}
      {side.kind === 'silent' && <p class="quiet">{prose.silent[side.because]}</p>}
      {side.kind === 'several' && <p class="quiet">{prose.several(side.calls.length)}</p>}
      {side.kind === 'several' &&
        side.calls.map((call) => (
          <dl key={call.id} class="facts page-call">
            <Call call={call} prose={prose} words={words} />
          </dl>
        ))}
      {(side.kind === 'reported' || violations.length > 0) && (
        <dl class="facts">
          {side.kind === 'reported' && <Call call={side.reported.call} prose={prose} words={words} />}
          {side.kind === 'reported' && (
            <Got reported={side.reported} verdict={verdict} prose={prose} words={words} />
          )}
          {violations.length > 0 && (
            <Fact name={prose.policy}>
              <ul class="plain">
                {violations.map((violation) => (
                  <li key={`${violation.directive} ${violation.atMs}`}>{prose.violated(violation)}</li>
                ))}
              </ul>
            </Fact>
          )}
        </dl>
      )}
    </Section>
  );
}

interface CallProps {
  call: PageCall;
  prose: PageSideProse;
  words: Words;
}

function Call({ call, prose, words }: CallProps) {
  const { api, element, callSite } = call;
  const options = optionsOf(call);
  const isFont = element?.name === 'font';
  return (
    <>
      <Fact name={prose.api}>
        {isFont ? (
          prose.font
        ) : (
          <code>{api === 'element' ? prose.element(element?.name ?? '') : prose.apis[api]}</code>
        )}
      </Fact>
      {!element && (
        <Fact name={prose.calledAt}>
          {callSite ? (
            <CallPlace site={callSite} prose={prose} />
          ) : (
            <span class="quiet">{prose.unknownPlace}</span>
          )}
        </Fact>
      )}
      {options.length > 0 && (
        <Fact name={prose.asked}>
          <ul class="plain">
            {options.map((option) => (
              <li key={option}>
                <Value text={option} words={words} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </>
  );
}

interface GotProps {
  reported: ReportedCall;
  verdict: Verdict;
  prose: PageSideProse;
  words: Words;
}

function Got({ reported: { call, threw }, verdict: { pageEnd }, prose, words }: GotProps) {
  const source = call.api === 'element' ? prose.ofTheExtension : prose.ofThePage;
  const none = call.api === 'fetch' ? prose.fetchNotSeen : prose.notYet;
  return (
    <Fact name={prose.got}>
      {threw !== null && <span>{prose.threw(threw)} </span>}
      {pageEnd ? (
        <>
          <span title={prose.ends[pageEnd.value].meaning}>{prose.ends[pageEnd.value].label}</span>
          <BasisMark basis={pageEnd.basis} words={words} />
          <span class="quiet" title={source.meaning}>
            {' '}
            {source.label}
          </span>
        </>
      ) : (
        threw === null && !/^(beacon|fetchLater)$/.test(call.api) && <span class="quiet">{none}</span>
      )}
    </Fact>
  );
}
