import type { SerializedOrigin } from '../../../engine';
import type { OriginsProse } from '../../../prose/origins';
import { type Between, between, type Contact } from '../../../recording/requests/origins';
import { Icon } from '../ui/Icon';
import type { Words } from '../words';

const kinds = ['read', 'embed', 'write', 'blocked'] as const;

interface CountsProps {
  counts: Contact['counts'];
  from: SerializedOrigin;
  to: SerializedOrigin;
  tabIndex?: number;
  prose: OriginsProse;
  words: Words;
  onShow(between: Between): void;
}

/**
 * Draws the counts of requests from one origin to another. Each count is a button that shows its requests.
 */
export function Counts({ counts, from, to, tabIndex = 0, prose: { table }, words, onShow }: CountsProps) {
  const { ui, prose } = words;
  const seen = kinds.filter((kind) => counts[kind] > 0);
  if (seen.length === 0) return <span class="quiet">{table.noRequests}</span>;
  return (
    <span class="counts">
      {seen.map((kind) => (
        <button
          key={kind}
          type="button"
          class={`count-of count-${kind}`}
          tabIndex={tabIndex}
          title={table.showRequests(counts[kind], kind, to)}
          onClick={(event) => {
            event.stopPropagation();
            onShow(between(from, to, kind));
          }}
        >
          {kind === 'blocked' && <Icon name="blocked" />}
          <span class="count">{counts[kind].toLocaleString('en')}</span>{' '}
          {kind === 'blocked' ? prose.outcomes.blocked.label : ui.table.access[kind].label}
        </button>
      ))}
    </span>
  );
}
