import type { ComponentChildren, RefObject } from 'preact';
import { useCallback, useLayoutEffect } from 'preact/hooks';
import { type GridCommand, gridCommand } from './grid-keys';
import { useVirtualRows } from './use-virtual-rows';

export const rowHeight = 22;
const headerHeight = 24;
const fewestSlots = 64;

/** Where a row is drawn, and what it answers to. */
export interface RowPlace {
  readonly key: number;
  readonly elementId: string;
  readonly index: number;
  readonly top: number;
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
}

interface GridProps<Row> {
  table: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  idOf(row: Row): string;
  elementId(id: string): string;
  selectedId: string | null;
  /** Whether rows come at the end. */
  grows: boolean;
  label: string;
  columnCount: number;
  header: ComponentChildren;
  onSelect(id: string): void;
  /** Does what a key asks for; false if it is not for this grid. */
  onCommand(command: GridCommand): boolean;
  onContextMenu?(event: MouseEvent): void;
  children(row: Row, place: RowPlace): ComponentChildren;
}

/** A table that is moved in by keys, and of which only the rows in view are drawn. */
export function Grid<Row>({ table, rows, selectedId, grows, header, children, ...props }: GridProps<Row>) {
  const { idOf, elementId, onSelect, onCommand } = props;
  const virtual = useVirtualRows({ scroller: table, count: rows.length, rowHeight, headerHeight, grows });
  const isOf = (row: Row | undefined, id: string | null) => row !== undefined && idOf(row) === id;

  useLayoutEffect(() => {
    const index = selectedId === null ? -1 : rows.findIndex((row) => isOf(row, selectedId));
    if (index !== -1) virtual.scrollToRow(index);
    // Only when the selection moves, or is there from the first: rows that come must not pull the view to it.
  }, [selectedId, virtual.canScroll]);

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
    if (!found || (isInHeader && found.kind === 'open')) return;
    if (onCommand(found)) event.preventDefault();
  }

  // Rows that scroll into view take over the elements of those that left.
  const slots = Math.max(fewestSlots, virtual.items.length);
  const isDrawn = virtual.items.some(({ index }) => isOf(rows[index], selectedId));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtualised and keep its layout
    <div
      ref={table}
      class="table"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={props.columnCount}
      aria-activedescendant={isDrawn && selectedId !== null ? elementId(selectedId) : undefined}
      onKeyDown={command}
      onContextMenu={props.onContextMenu}
    >
      {header}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div class="table-rows" role="rowgroup" style={{ height: `${virtual.totalHeight}px` }}>
        {virtual.items.map(({ index }) => {
          const row = rows[index];
          return (
            row !== undefined &&
            children(row, {
              key: index % slots,
              elementId: elementId(idOf(row)),
              index,
              top: index * rowHeight,
              isSelected: isOf(row, selectedId),
              onSelect: select,
            })
          );
        })}
      </div>
    </div>
  );
}
