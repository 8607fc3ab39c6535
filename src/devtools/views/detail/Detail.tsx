import type { RefObject } from 'preact';
import { leadingCause } from '../../../diagnosis/diagnose';
import type { BrowserName } from '../../../engine';
import { browserLabel } from '../../../prose/browser-label';
import { detailProseFor } from '../../../prose/detail';
import { headline } from '../../../prose/headline';
import { visibleText } from '../../../prose/visible-text';
import { isPageWrong } from '../../../recording/requests/client-fixes';
import type { Row } from '../../store/store';
import type { Fixing } from '../fix/fixing';
import { Icon } from '../ui/Icon';
import { Section } from '../ui/Section';
import { ToolButton } from '../ui/ToolButton';
import { UrlText } from '../ui/UrlText';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import type { Around } from './around';
import { Browsers } from './Browsers';
import { Causes } from './Causes';
import { Cookies } from './Cookies';
import { Facts } from './Facts';
import { Findings } from './Findings';
import { Headers } from './Headers';
import { Hops } from './Hops';
import { Jsonp } from './Jsonp';
import { NeedsTable } from './NeedsTable';
import { Opener } from './Opener';
import { PageSide } from './PageSide';
import type { Answering } from './Questions';
import { Reading } from './Reading';
import { Related } from './Related';
import { ServerProxy } from './ServerProxy';
import { SocketIo } from './SocketIo';
import { TraceBlock } from './TraceBlock';
import { Uncertain } from './Uncertain';
import { useExplained } from './use-explained';
import './detail.css';

interface DetailProps {
  pane: RefObject<HTMLDivElement | null>;
  row: Row;
  browser: BrowserName;
  words: Words;
  around: Around;
  onClose(): void;
  answering: Answering;
  /** null until it is loaded. */
  fixing: Fixing | null;
  onSelect(id: string): void;
  onCopyTicket(row: Row): void;
  onCompare(row: Row): void;
  onWhatIf(row: Row): void;
  onOpenUrl(url: string): void;
}

/** Draws the detail of one request: what happened, what to change, why, and the evidence. */
export function Detail(props: DetailProps) {
  const { pane, row, browser, words, around, onClose } = props;
  const { answering, fixing, onSelect, onCopyTicket, onCompare, onWhatIf, onOpenUrl } = props;
  const { ui, prose, language } = words;
  const { rowOf } = around;
  const more = detailProseFor(language);
  const { explained, asked, permit } = useExplained(row.entry.facts, around);
  const { facts, verdict, subject, needs, checks, responseType, otherBrowser } = explained;
  const about = subject.verdict;
  const chip = verdict.outcome === 'blocked' ? 'blocked' : verdict.requestClass;
  const last = facts.hops.at(-1);
  const browserName = browserLabel({ name: browser });
  // Open the trace that failed, or else the last one.
  const opened = subject.traces.find(({ trace }) => trace.finding !== null) ?? subject.traces.at(-1);
  const traces = [...subject.traces, ...checks];
  const mayBeCached = explained.cachedAnswer !== null;
  const headlineText = headline(facts, verdict, language, browserName, {
    mayBeCached,
    causes: explained.causes,
  });
  const leading = leadingCause(explained.causes, verdict);
  const hasPassed = verdict.outcome === 'allowed' || verdict.outcome === 'opaque';
  const isPast = hasPassed || verdict.outcome === 'pending';
  // Candidates are listed separately, because none of them is a fact.
  const isUncertain = about.candidates.length > 0;
  const problems = subject.findings.filter(({ code }) => !about.candidates.includes(code));
  // Only the page reported a call that became no request.
  const isSeen = facts.requestId !== '';
  const hasSeveralHops = subject.facts.hops.length > 1;
  // No header is the fix of what the page itself does wrong.
  const passing = isPageWrong(explained) ? [] : needs.filter(({ purpose }) => purpose === 'pass');

  return (
    <aside
      class="detail"
      aria-label={ui.detail.label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div class="detail-head">
        <span class={`badge is-${chip}`} title={prose.classes[chip].meaning}>
          <Icon name={chip} />
          {prose.classes[chip].label}
        </span>
        <span class="detail-request" title={visibleText((last?.url ?? '').slice(0, 2000))}>
          <b>
            <Visible text={last?.method ?? ''} />
          </b>{' '}
          <UrlText url={last?.url ?? ''} origin={facts.origin} />
        </span>
        <ToolButton icon="close" label={ui.detail.close} onPress={onClose} />
      </div>
      <div ref={pane} class="detail-body" tabIndex={-1}>
        <h2 class={`headline outcome-${verdict.outcome}`}>
          {/* What made a response useless is no success. */}
          <Icon name={hasPassed && leading ? 'warning' : verdict.outcome} />
          <span>
            <Visible text={headlineText} />
          </span>
        </h2>
        <Related row={row} explained={explained} words={words} rowOf={rowOf} onSelect={onSelect} />
        <Causes
          causes={explained.causes}
          leading={leading}
          questions={explained.questions}
          facts={subject.facts}
          words={words}
          answering={answering}
          rowOf={rowOf}
          onSelect={onSelect}
        />
        <NeedsTable
          needs={passing}
          isOneOfSeveral={about.candidates.length > 1}
          hasSeveralHops={hasSeveralHops}
          words={words}
        />
        <div class="detail-actions">
          {!isPast && (
            <button
              type="button"
              class={passing.length > 0 ? 'button is-first' : 'button'}
              onClick={() => onCopyTicket(row)}
            >
              <Icon name="copy" />
              {ui.menu.ticket}
            </button>
          )}
          <button type="button" class="button is-compare" onClick={() => onCompare(row)}>
            <Icon name="tester" />
            {ui.menu.compare}
          </button>
          <button type="button" class="button is-what-if" onClick={() => onWhatIf(row)}>
            <Icon name="what-if" />
            {ui.menu.whatIf}
          </button>
        </div>
        {fixing && (
          <fixing.Fix
            explained={explained}
            words={fixing.words}
            panelWords={words}
            choices={fixing.choices}
            onCopy={answering.onCopy}
          />
        )}
        <Uncertain
          facts={subject.facts}
          verdict={about}
          mayBeCached={mayBeCached}
          browser={browserName}
          words={words}
        />
        {problems.length > 0 && (
          <Section title={isUncertain ? ui.detail.problemsToo : ui.detail.problems} count={problems.length}>
            <Findings
              findings={problems}
              said={headlineText}
              facts={subject.facts}
              verdict={about}
              mayBeCached={mayBeCached}
              browser={browserName}
              words={words}
              onOpenUrl={onOpenUrl}
            />
          </Section>
        )}
        <Section title={ui.detail.why}>
          {traces.length === 0 && <p class="quiet">{ui.detail.whyNone}</p>}
          {traces.map((located) => (
            <TraceBlock
              key={`${located.hop} ${located.on} ${located.trace.section}`}
              located={located}
              hasSeveralHops={hasSeveralHops}
              isOpen={located === opened}
              words={words}
              onOpenUrl={onOpenUrl}
            />
          ))}
        </Section>
        <PageSide explained={explained} words={words} />
        <Jsonp found={explained.jsonp} words={words} />
        <SocketIo found={explained.socketIo} words={words} />
        <Opener story={explained.opener} words={words} />
        <ServerProxy found={explained.proxy} words={words} />
        <Section title={ui.detail.facts}>
          <Facts explained={explained} words={words} />
        </Section>
        {facts.hops.length > 1 && (
          <Section title={more.hops.title} count={facts.hops.length - 1}>
            <Hops facts={facts} stories={explained.hops} relationOf={around.sites.relationOf} words={words} />
          </Section>
        )}
        {otherBrowser?.differs && (
          <Section title={more.browsers.title}>
            <Browsers verdict={verdict} browser={browser} other={otherBrowser} words={words} />
          </Section>
        )}
        {responseType && (
          <Section title={more.reading.title}>
            <Reading explained={explained} type={responseType} words={words} />
          </Section>
        )}
        {isSeen && (
          <Section
            title={more.cookies.title}
            {...(explained.cookies.length > 0 && { count: explained.cookies.length })}
          >
            <Cookies
              facts={facts}
              uses={explained.cookies}
              needs={needs.filter(({ purpose }) => purpose === 'store')}
              other={browserLabel({ name: browser === 'chrome' ? 'firefox' : 'chrome' })}
              asked={asked}
              words={words}
              onAsk={permit}
            />
          </Section>
        )}
        {isSeen && (
          <Section title={ui.detail.headers}>
            <Headers facts={facts} words={words} rowOf={rowOf} />
          </Section>
        )}
      </div>
    </aside>
  );
}
