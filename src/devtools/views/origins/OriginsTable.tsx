import { useMemo, useRef, useState } from 'preact/hooks';
import { ruleNames } from '../../../channels/pair-rules';
import type { SerializedOrigin } from '../../../engine';
import type { OriginsProse } from '../../../prose/origins';
import type { Between } from '../../../recording/requests/origins';
import { gridCommand } from '../ui/grid-keys';
import type { Words } from '../words';
import { OriginLine } from './OriginLine';
import type { OriginRow } from './origin-rows';

const pageRows = 10;
const firstShown = 200;

interface OriginsTableProps {
  rows: readonly OriginRow[];
  page: SerializedOrigin | null;
  from: SerializedOrigin;
  selected: SerializedOrigin | null;
  prose: OriginsProse;
  words: Words;
  onSelect(origin: SerializedOrigin | null): void;
  onShow(between: Between): void;
}

/** Draws the origins of a recording. The table is one tab stop; arrow keys move between rows. */
export function OriginsTable({
  rows,
  page,
  from,
  selected,
  prose,
  words,
  onSelect,
  onShow,
}: OriginsTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState<SerializedOrigin | null>(null);
  const [most, setMost] = useState(firstShown);
  const shown = rows.slice(0, most);
  const stop = shown.find(({ origin }) => origin === (current ?? selected)) ?? shown[0];

  function press(event: KeyboardEvent): void {
    const found = gridCommand(event, pageRows);
    if (found?.kind === 'close') onSelect(null);
    const now = stop ? shown.indexOf(stop) : 0;
    const last = shown.length - 1;
    const to =
      found?.kind === 'move'
        ? now + found.by
        : found?.kind === 'first'
          ? 0
          : found?.kind === 'last'
            ? last
            : null;
    const next = to === null ? undefined : shown[Math.min(last, Math.max(0, to))];
    if (!next) return;
    event.preventDefault();
    setCurrent(next.origin);
    if (selected !== null) onSelect(next.origin);
    const lines = body.current?.querySelectorAll<HTMLElement>('.origin-name');
    lines?.[shown.indexOf(next)]?.focus();
  }

  const lines = useMemo(
    () =>
      shown.map((row) => (
        <OriginLine
          key={row.origin}
          row={row}
          from={from}
          isPage={row.origin === page}
          isSelected={row.origin === selected}
          isStop={row === stop}
          prose={prose}
          words={words}
          onSelect={(origin) => {
            setCurrent(origin);
            onSelect(origin);
          }}
          onShow={onShow}
        />
      )),
    [rows, most, page, from, selected, stop, prose, words, onSelect, onShow],
  );
  const { table, components, rules } = prose;
  return (
    <div class="origins-scroll">
      <table class="origins-table" aria-label={table.label}>
        <thead>
          <tr>
            <th scope="col">{components.scheme}</th>
            <th scope="col">{components.host}</th>
            <th scope="col">{components.port}</th>
            <th scope="col">{table.relation}</th>
            {ruleNames.map((rule) => (
              <th key={rule} scope="col" title={`${rules[rule].name}: ${rules[rule].meaning}`}>
                {rules[rule].label}
              </th>
            ))}
            <th scope="col" title={table.scope}>
              {table.recorded}
            </th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={press}>
          {lines}
        </tbody>
      </table>
      {rows.length > most && (
        <button type="button" class="button" onClick={() => setMost(most + firstShown)}>
          {table.showMore(most, rows.length)}
        </button>
      )}
    </div>
  );
}
