import { useMemo } from 'preact/hooks';
import { lastHop } from '../../../exchange/facts/facts';
import type { MessagesProse } from '../../../prose/messages';
import { visibleText } from '../../../prose/visible-text';
import type { Entry } from '../../../recording/log/entries';
import type { Lanes } from '../../store/lanes';
import { Cell } from '../ui/Cell';
import { Icon } from '../ui/Icon';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { clockTime } from './clock-time';
import { LanesCell } from './LanesCell';

interface RequestLineProps {
  elementId: string;
  entry: Entry;
  index: number;
  top: number;
  isSelected: boolean;
  lanes: Lanes;
  prose: MessagesProse;
  words: Words;
  onSelect(id: string): void;
}

/** Draws a request as a row of the timeline: its origin, its URL and its outcome. */
export function RequestLine(props: RequestLineProps) {
  const { elementId, entry, index, top, isSelected, lanes, prose, words, onSelect } = props;
  return useMemo(() => {
    const { facts, outcome } = entry;
    const { method, url } = lastHop(facts);
    const [, origin = url, path = ''] = /^(\w+:\/\/[^/?#]*)(.*)$/s.exec(url) ?? [];
    const summary = `${prose.request.label}, ${words.prose.outcomes[outcome].label}`;
    const text = (column: string, at: number, value: string, [scheme] = /^\w+:\/\/|/.exec(value) ?? ['']) => (
      <Cell column={column} index={at} title={visibleText(value)}>
        <span class="word">
          {scheme && <span class="scheme">{scheme}</span>}
          <Visible text={value.slice(scheme.length)} />
        </span>
      </Cell>
    );
    return (
      // biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
      <div
        id={elementId}
        class={`table-row is-request outcome-${outcome}${index % 2 ? ' is-odd' : ''}`}
        role="row"
        tabIndex={-1}
        aria-rowindex={index + 2}
        aria-selected={isSelected}
        data-id={facts.id}
        style={{ transform: `translateY(${top}px)` }}
        onClick={() => onSelect(facts.id)}
      >
        <Cell column="at" index={1}>
          {clockTime(facts.startedAtMs)}
        </Cell>
        <Cell column="kind" index={2} title={summary}>
          <Icon name={outcome === 'blocked' ? 'blocked' : 'simple'} />
          <span class="word">{prose.request.label}</span>
        </Cell>
        <LanesCell index={3} row={entry} lanes={lanes} title={summary} />
        {text('from', 4, facts.origin ?? '–')}
        {text('to', 5, origin)}
        <Cell column="relation" index={6}>
          –
        </Cell>
        {text('what', 7, `${method} ${path}`)}
        {text('rule', 8, words.prose.outcomes[outcome].label)}
      </div>
    );
  }, [elementId, entry, index, top, isSelected, lanes, prose, words, onSelect]);
}
