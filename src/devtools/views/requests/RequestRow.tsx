import { useMemo } from 'preact/hooks';
import type { CauseCode } from '../../../diagnosis/causes';
import { durationMs } from '../../../exchange/facts/duration';
import { accessOf } from '../../../exchange/verdict/classify';
import type { Verdict } from '../../../exchange/verdict/verdict';
import { reasonOf } from '../../../prose/reason';
import { visibleText } from '../../../prose/visible-text';
import { statusOf } from '../../../protocol/facts';
import type { Row } from '../../store/store';
import { Cell } from '../ui/Cell';
import { Icon } from '../ui/Icon';
import { UrlText } from '../ui/UrlText';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { durationText } from './duration';

interface RequestRowProps {
  elementId: string;
  row: Row;
  /** The current verdict. It can change without a change of the row's facts. */
  verdict: Verdict;
  /** The cause to name in the row; null if none is known. */
  cause: CauseCode | null;
  rejectsCookie: boolean;
  index: number;
  top: number;
  isSelected: boolean;
  words: Words;
  onSelect(id: string): void;
}

const longestTitle = 2000;

/** Draws one row of the table. It is rendered again only when its content changes. */
export function RequestRow(props: RequestRowProps) {
  const { elementId, row, verdict, cause, rejectsCookie, index, top, isSelected, words, onSelect } = props;
  return useMemo(() => {
    const { facts } = row.entry;
    const { ui, prose, language } = words;
    const { outcome } = verdict;
    const chip = outcome === 'blocked' ? 'blocked' : verdict.requestClass;
    const last = facts.hops.at(-1);
    const url = last?.url ?? '';
    const ms = durationMs(row.entry.facts);
    const access = ui.table.access[accessOf(facts, verdict.mode.value)];
    const reason = reasonOf(verdict, cause, language) || prose.outcomes[outcome].label;
    const since = row.sinceReload && ui.detail.sinceReload[row.sinceReload];
    const hasPassed = outcome === 'allowed' || outcome === 'opaque';
    const isWarned = hasPassed && (verdict.findings.length > 0 || cause !== null);
    const redirects = facts.hops.length - 1;
    const originTitle =
      facts.origin === null
        ? ui.table.noOrigin
        : facts.tabId === -1
          ? ui.table.workerOrigin
          : facts.origin === 'null'
            ? ui.table.opaqueOrigin
            : visibleText(facts.origin);
    return (
      // biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
      <div
        id={elementId}
        class={`table-row is-${chip} outcome-${outcome}${index % 2 ? ' is-odd' : ''}${row.depth ? ' is-nested' : ''}`}
        role="row"
        tabIndex={-1}
        aria-rowindex={index + 2}
        aria-selected={isSelected}
        data-id={row.id}
        style={{ transform: `translateY(${top}px)` }}
        onClick={() => onSelect(row.id)}
      >
        <Cell column="class" index={1} title={prose.classes[chip].meaning}>
          {row.depth === 1 && <Icon name="tree" />}
          <Icon name={chip} />
          <span class="word">{prose.classes[chip].label}</span>
        </Cell>
        <Cell column="method" index={2}>
          <Visible text={last?.method ?? ''} />
        </Cell>
        <Cell column="url" index={3} title={visibleText(url.slice(0, longestTitle))}>
          {redirects > 0 && (
            <span class="redirects" title={ui.table.redirects(redirects)}>
              {redirects}↷
            </span>
          )}
          <UrlText url={url} origin={facts.origin} />
        </Cell>
        <Cell column="origin" index={4} title={originTitle}>
          <Visible text={facts.origin ?? '–'} />
        </Cell>
        <Cell column="access" index={5} title={access.meaning}>
          {access.label}
        </Cell>
        <Cell column="reason" index={6} title={reason}>
          <Icon name={isWarned ? 'warning' : outcome} />
          {since && (
            <span class={`since is-${row.sinceReload}`} title={since.meaning}>
              {since.label}
            </span>
          )}
          {rejectsCookie && (
            <span class="since is-cookie-rejected" title={ui.table.cookieRejected.meaning}>
              {ui.table.cookieRejected.label}
            </span>
          )}
          <span class="word">{reason}</span>
        </Cell>
        <Cell column="status" index={7}>
          {(last && statusOf(last)) || '–'}
        </Cell>
        <Cell column="time" index={8}>
          {ms !== null ? durationText(ms) : facts.end ? '–' : ui.table.running}
        </Cell>
      </div>
    );
  }, [elementId, row, verdict, cause, rejectsCookie, index, top, isSelected, words, onSelect]);
}
