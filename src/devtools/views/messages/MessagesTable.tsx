import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect } from 'preact/hooks';
import type { MessagesProse } from '../../../prose/messages';
import type { PageEventFacts } from '../../../protocol/page-events';
import type { MessagesStore } from '../../messages-store';
import { gridCommand } from '../requests/grid-keys';
import { HeaderRow } from '../requests/HeaderRow';
import { useVirtualRows } from '../requests/use-virtual-rows';
import { messageColumns } from './columns';
import { MessageRow } from './MessageRow';

const rowHeight = 22;
const headerHeight = 24;
const fewestSlots = 64;

interface MessagesTableProps {
  table: RefObject<HTMLDivElement | null>;
  store: MessagesStore;
  rows: readonly PageEventFacts[];
  prose: MessagesProse;
  onSelect(id: string): void;
  onOpen(): void;
  onClose(): void;
}

/** The timeline, of which only the rows in view are drawn. */
export function MessagesTable({ table, store, rows, prose, onSelect, onOpen, onClose }: MessagesTableProps) {
  const sort = store.sort.value;
  const selectedId = store.selected.value?.id ?? null;
  const grows = sort.column === 'time' && !sort.descending;
  const virtual = useVirtualRows({ scroller: table, count: rows.length, rowHeight, headerHeight, grows });

  useLayoutEffect(() => {
    const index = selectedId === null ? -1 : rows.findIndex(({ id }) => id === selectedId);
    if (index !== -1) virtual.scrollToRow(index);
    // Only when the selection moves: rows that come must not pull the view to it.
  }, [selectedId]);

  const select = useCallback(
    (id: string) => {
      // Not the cell that was pressed: it may be gone when the detail takes its room.
      table.current?.focus({ preventScroll: true });
      onSelect(id);
    },
    [table, onSelect],
  );

  function command(event: KeyboardEvent): void {
    const found = gridCommand(event, virtual.pageRows);
    const isInHeader = event.target instanceof HTMLButtonElement;
    if (!found || found.is === 'copy' || (isInHeader && found.is === 'open')) return;
    event.preventDefault();
    if (found.is === 'move') store.move(found.by);
    else if (found.is === 'open') onOpen();
    else if (found.is === 'close') onClose();
    else store.select((found.is === 'first' ? rows[0] : rows.at(-1))?.id ?? null);
  }

  // Rows that scroll into view take over the elements of those that left.
  const slots = Math.max(fewestSlots, virtual.items.length);
  const isDrawn = virtual.items.some(({ index }) => rows[index]?.id === selectedId);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtualised and keep its layout
    <div
      ref={table}
      class="table"
      role="grid"
      tabIndex={0}
      aria-label={prose.table.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={messageColumns.length}
      aria-activedescendant={isDrawn ? `event-${selectedId}` : undefined}
      onKeyDown={command}
    >
      <HeaderRow columns={messageColumns} labels={prose.table.columns} sort={sort} onSort={store.sortBy} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div class="table-rows" role="rowgroup" style={{ height: `${virtual.totalHeight}px` }}>
        {virtual.items.map(({ index }) => {
          const event = rows[index];
          return (
            event && (
              <MessageRow
                key={index % slots}
                elementId={`event-${event.id}`}
                event={event}
                index={index}
                top={index * rowHeight}
                isSelected={event.id === selectedId}
                prose={prose}
                onSelect={select}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
