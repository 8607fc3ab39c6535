import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { BrowserName } from '../../../engine';
import type { Verdict } from '../../../exchange/judge';
import { readableResponse } from '../../../exchange/response-checks';
import { browserLabel } from '../../../prose/browser-label';
import { headline } from '../../../prose/headline';
import { needsOf } from '../../../report/needs-of';
import { cachedPreflight } from '../../cached-preflight';
import { documentHeaders } from '../../document-headers';
import type { Entry } from '../../entries';
import type { Listening } from '../../page-side';
import type { Row } from '../../store';
import { ToolButton } from '../bar/ToolButton';
import { Icon } from '../icon/Icon';
import { UrlText } from '../requests/UrlText';
import { Visible } from '../text/Visible';
import { visibleText } from '../text/visible-text';
import type { Words } from '../words';
import { Facts } from './Facts';
import { Findings } from './Findings';
import { Headers } from './Headers';
import { Hops } from './Hops';
import { Jsonp } from './Jsonp';
import { NeedsTable } from './NeedsTable';
import { PageSide } from './PageSide';
import { Reading } from './Reading';
import { Related } from './Related';
import { Section } from './Section';
import { ServerProxy } from './ServerProxy';
import { SocketIo } from './SocketIo';
import { subjectOf } from './subject';
import { TraceBlock } from './TraceBlock';
import { Uncertain } from './Uncertain';
import './detail.css';

interface DetailProps {
  pane: RefObject<HTMLDivElement | null>;
  row: Row;
  verdict: Verdict;
  browser: BrowserName;
  words: Words;
  entries: readonly Entry[];
  listening: Listening;
  rowOf(id: string): Row | null;
  onClose(): void;
  onSelect(id: string): void;
  onCopyTicket(row: Row): void;
  onOpenUrl(url: string): void;
}

/** Everything about one request: what happened, what to change, why, and what it was seen by. */
export function Detail(props: DetailProps) {
  const { pane, row, verdict, browser, words, entries, listening, rowOf, onClose } = props;
  const { onSelect, onCopyTicket, onOpenUrl } = props;
  const { ui, prose, language } = words;
  const { facts } = row.entry;
  const subject = subjectOf(row, verdict, rowOf);
  const about = subject.verdict;
  const wanted = useMemo(
    () => needsOf(about, { name: browser }).filter(subject.covers),
    [about, browser, subject.covers],
  );
  const chip = verdict.outcome === 'blocked' ? 'blocked' : verdict.class;
  const last = facts.hops.at(-1);
  const browserName = browserLabel({ name: browser });
  // The one that failed, else the one that had the last word.
  const opened = subject.traces.find(({ trace }) => trace.finding !== null) ?? subject.traces.at(-1);
  const readable = readableResponse(facts, verdict);
  const said = headline(facts, verdict, language, browserName);
  const isPast =
    verdict.outcome === 'allowed' || verdict.outcome === 'opaque' || verdict.outcome === 'pending';
  // Candidates are listed as such: none of them is a fact.
  const isUncertain = about.candidates.length > 0;
  const problems = subject.findings.filter(({ code }) => !about.candidates.includes(code));
  // A call that became no request has been seen by the page alone.
  const isSeen = facts.requestId !== '';
  const hasSeveralHops = subject.facts.hops.length > 1;

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
          <Icon name={verdict.outcome} />
          <span>
            <Visible text={said} />
          </span>
        </h2>
        <Related row={row} words={words} rowOf={rowOf} onSelect={onSelect} />
        {wanted.length > 0 && (
          <NeedsTable
            needs={wanted}
            isOneOfSeveral={about.candidates.length > 1}
            hasSeveralHops={hasSeveralHops}
            words={words}
          />
        )}
        {!isPast && (
          <button
            type="button"
            class={wanted.length > 0 ? 'button is-first' : 'button'}
            onClick={() => onCopyTicket(row)}
          >
            <Icon name="copy" />
            {ui.menu.ticket}
          </button>
        )}
        <Uncertain facts={subject.facts} verdict={about} browser={browserName} words={words} />
        {problems.length > 0 && (
          <Section title={isUncertain ? ui.detail.problemsToo : ui.detail.problems} count={problems.length}>
            <Findings
              findings={problems}
              said={said}
              facts={subject.facts}
              verdict={about}
              browser={browserName}
              words={words}
              onOpenUrl={onOpenUrl}
            />
          </Section>
        )}
        <Section title={ui.detail.why}>
          {subject.traces.length === 0 && <p class="quiet">{ui.detail.whyNone}</p>}
          {subject.traces.map((located) => (
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
        <PageSide facts={facts} verdict={verdict} listening={listening} words={words} />
        <Jsonp facts={facts} script={null} words={words} />
        <SocketIo facts={facts} words={words} />
        <ServerProxy facts={facts} ofDocument={documentHeaders(facts, entries)} words={words} />
        <Section title={ui.detail.facts}>
          <Facts
            row={row}
            facts={facts}
            verdict={verdict}
            browser={browser}
            cachedBy={() => cachedPreflight(row, { entries, rowOf, browser })}
            words={words}
          />
        </Section>
        {facts.hops.length > 1 && (
          <Section title={ui.detail.hops} count={facts.hops.length - 1}>
            <Hops facts={facts} words={words} />
          </Section>
        )}
        {isSeen && (
          <Section title={ui.detail.headers}>
            <Headers facts={facts} words={words} rowOf={rowOf} />
          </Section>
        )}
        {readable && (
          <Section title={ui.detail.reading}>
            <Reading response={readable} words={words} />
          </Section>
        )}
        <Section title={ui.detail.headers}>
          <Headers facts={facts} words={words} rowOf={rowOf} />
        </Section>
      </div>
    </aside>
  );
}
