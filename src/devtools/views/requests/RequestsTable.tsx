import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect } from 'preact/hooks';
import type { Column, Sort } from '../../sort';
import type { Row } from '../../store';
import type { Words } from '../words';
import { columns } from './columns';
import { gridCommand } from './grid-keys';
import { HeaderRow } from './HeaderRow';
import { RequestRow } from './RequestRow';
import { useVirtualRows } from './use-virtual-rows';

const rowHeight = 22;
const headerHeight = 24;
const fewestSlots = 64;

interface RequestsTableProps {
  table: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  selectedId: string | null;
  sort: Sort;
  words: Words;
  onSort(column: Column): void;
  onSelect(id: string): void;
  onMove(by: number): void;
  onGoTo(id: string): void;
  onOpen(): void;
  onClose(): void;
  onCopy(): void;
  onMenu(id: string, x: number, y: number): void;
}

/** The rows, of which only those in view are drawn. */
export function RequestsTable({ table, rows, selectedId, sort, words, ...on }: RequestsTableProps) {
  const grows = sort.column === 'started' && !sort.descending;
  const virtual = useVirtualRows({ scroller: table, count: rows.length, rowHeight, headerHeight, grows });

  useLayoutEffect(() => {
    const index = selectedId === null ? -1 : rows.findIndex(({ id }) => id === selectedId);
    if (index !== -1) virtual.scrollToRow(index);
    // Only when the selection moves: rows that come must not pull the view to it.
  }, [selectedId]);

  const { onSelect } = on;
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
    if (!found || (isInHeader && found.is === 'open')) return;
    if (found.is === 'copy' && String(getSelection()) !== '') return;
    event.preventDefault();
    const end = found.is === 'first' ? rows[0] : rows.at(-1);
    if (found.is === 'move') on.onMove(found.by);
    else if (found.is === 'open') on.onOpen();
    else if (found.is === 'close') on.onClose();
    else if (found.is === 'copy') on.onCopy();
    else if (end) on.onGoTo(end.id);
  }

  function openMenu(event: MouseEvent): void {
    const under = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
    const isByKey = event.button !== 2 && !under;
    const row = isByKey ? document.getElementById(rowElementId(selectedId)) : under;
    const id = row?.dataset.id;
    if (!row || id === undefined) return;
    event.preventDefault();
    const { left, bottom } = row.getBoundingClientRect();
    if (isByKey) on.onMenu(id, left + rowHeight, bottom);
    else on.onMenu(id, event.clientX, event.clientY);
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
      aria-label={words.ui.table.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={isDrawn ? rowElementId(selectedId) : undefined}
      onKeyDown={command}
      onContextMenu={openMenu}
    >
      <HeaderRow columns={columns} labels={words.ui.table.columns} sort={sort} onSort={on.onSort} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div class="table-rows" role="rowgroup" style={{ height: `${virtual.totalHeight}px` }}>
        {virtual.items.map(({ index }) => {
          const row = rows[index];
          return (
            row && (
              <RequestRow
                key={index % slots}
                elementId={rowElementId(row.id)}
                row={row}
                verdict={row.verdict}
                index={index}
                top={index * rowHeight}
                isSelected={row.id === selectedId}
                words={words}
                onSelect={select}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function rowElementId(id: string | null): string {
  return `row-${id}`;
}
