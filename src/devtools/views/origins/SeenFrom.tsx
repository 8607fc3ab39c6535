import type { SerializedOrigin } from '../../../engine';
import type { OriginsProse } from '../../../prose/origins';
import { visibleText } from '../../../prose/visible-text';

interface SeenFromProps {
  page: SerializedOrigin | null;
  from: SerializedOrigin | null;
  sources: readonly SerializedOrigin[];
  prose: OriginsProse;
  onChoose(origin: SerializedOrigin): void;
}

/** Draws a select for the origin to compare with: the page's or a frame's. */
export function SeenFrom({ page, from, sources, prose: { table }, onChoose }: SeenFromProps) {
  const choices = [...new Set([...(page === null ? [] : [page]), ...sources])];
  const nameOf = (origin: SerializedOrigin) => {
    const shown = origin === 'null' ? `null (${table.opaque})` : visibleText(origin);
    return origin === page ? `${shown} · ${table.thisPage}` : shown;
  };
  return (
    <div class="seen-from">
      {from !== null && (
        <label title={table.seenFromMeaning}>
          {table.seenFrom}{' '}
          <select value={from} onChange={(event) => onChoose(event.currentTarget.value)}>
            {(choices.includes(from) ? choices : [from, ...choices]).map((origin) => (
              <option key={origin} value={origin}>
                {nameOf(origin)}
              </option>
            ))}
          </select>
        </label>
      )}
      <span class="quiet">{table.scope}</span>
    </div>
  );
}
