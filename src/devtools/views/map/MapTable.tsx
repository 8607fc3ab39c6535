import type { ComponentChildren } from 'preact';
import { oriented } from '../../../map/edges';
import type { MapEdge } from '../../../map/model';
import type { MapProse } from '../../../prose/map';
import { ToolButton } from '../ui/ToolButton';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

const mostLines = 200;

interface MapTableProps {
  edges: readonly MapEdge[];
  /** The name of the selected box. If set, `edges` contains only its lines. */
  selected: string | null;
  prose: MapProse;
  words: Words;
  nameOf(id: string): string;
  kindName(kind: string): string;
  onOpen(edge: MapEdge): void;
  onAll(): void;
  /** Content between the heading and the table. */
  children: ComponentChildren;
}

/**
 * Draws the lines of the map as a table: blocked ones first, then by count. Each row opens its requests or
 * messages.
 */
export function MapTable(props: MapTableProps) {
  const { edges, selected, prose, words, nameOf, kindName, onOpen, onAll, children } = props;
  const { table } = prose;
  const total = (edge: MapEdge) => edge.count + (edge.type === 'channels' ? edge.back : 0);
  const isBlocked = (edge: MapEdge) => Number(edge.type === 'requests' && edge.outcome === 'blocked');
  const sorted = edges.toSorted((a, b) => isBlocked(b) - isBlocked(a) || total(b) - total(a));
  const shown = sorted.slice(0, mostLines);
  return (
    <section class="map-lines" aria-label={table.label}>
      <h2>
        <span class="word">
          <Visible text={selected === null ? table.all : table.of(selected)} />
        </span>
        {selected !== null && <ToolButton icon="close" label={table.all} onPress={onAll} />}
      </h2>
      {children}
      {shown.length < sorted.length && <p class="quiet">{table.more(shown.length, sorted.length)}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{table.from}</th>
            <th scope="col">{table.to}</th>
            <th scope="col">{table.what}</th>
            <th scope="col">{table.count}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((edge) => {
            const { from, to, count, back } = oriented(edge);
            return (
              <tr key={edge.id} class={edge.type === 'requests' ? `outcome-${edge.outcome}` : 'is-channel'}>
                <td>
                  <Visible text={nameOf(from)} />
                </td>
                <td class={from === to ? 'quiet' : ''}>
                  <Visible text={from === to ? table.unseen : nameOf(to)} />
                </td>
                <td>
                  <button
                    type="button"
                    class="link map-what"
                    title={edge.type === 'requests' ? table.showRequests : table.showMessages}
                    onClick={() => onOpen(edge)}
                  >
                    {edge.type === 'requests'
                      ? table.requests(words.prose.outcomes[edge.outcome].label)
                      : edge.kinds.map(([kind]) => kindName(kind)).join(', ')}
                  </button>
                </td>
                <td class="count">{table.counts(count, back)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
