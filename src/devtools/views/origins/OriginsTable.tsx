import { useMemo, useState } from 'preact/hooks';
import { ruleNames } from '../../../channels/pair-rules';
import type { SerializedOrigin } from '../../../engine';
import type { OriginsProse } from '../../../prose/origins';
import type { Between } from '../../../recording/requests/origins';
import { useRowKeys } from '../ui/use-row-keys';
import type { Words } from '../words';
import { OriginLine } from './OriginLine';
import type { OriginRow } from './origin-rows';
import '../ui/list-table.css';

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
  const [most, setMost] = useState(firstShown);
  const shown = rows.slice(0, most);
  const { body, stop, setCurrent, press } = useRowKeys({
    ids: shown.map(({ origin }) => origin),
    selected,
    stopSelector: '.origin-name',
    onSelect,
  });

  const lines = useMemo(
    () =>
      shown.map((row) => (
        <OriginLine
          key={row.origin}
          row={row}
          from={from}
          isPage={row.origin === page}
          isSelected={row.origin === selected}
          isStop={row.origin === stop}
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
      <table class="list-table origins-table" aria-label={table.label}>
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
