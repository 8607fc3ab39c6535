import type { ComponentChildren, RefObject } from 'preact';
import { useCallback, useLayoutEffect } from 'preact/hooks';
import { type GridCommand, gridCommand } from './grid-keys';
import { useVirtualRows } from './use-virtual-rows';

export const rowHeight = 22;
const headerHeight = 24;
const fewestSlots = 64;

/** The position and handlers of a row. */
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
  /** Whether new rows are added at the end. */
  grows: boolean;
  label: string;
  columnCount: number;
  header: ComponentChildren;
  onSelect(id: string): void;
  /** Executes a command; returns false if this grid does not support it. */
  onCommand(command: GridCommand): boolean;
  onContextMenu?(event: MouseEvent): void;
  children(row: Row, place: RowPlace): ComponentChildren;
}

/** Draws a grid with keyboard navigation. Only the visible rows are rendered. */
export function Grid<Row>({ table, rows, selectedId, grows, header, children, ...props }: GridProps<Row>) {
  const { idOf, elementId, onSelect, onCommand } = props;
  const virtual = useVirtualRows({ scroller: table, count: rows.length, rowHeight, headerHeight, grows });
  const isOf = (row: Row | undefined, id: string | null) => row !== undefined && idOf(row) === id;

  useLayoutEffect(() => {
    const index = selectedId === null ? -1 : rows.findIndex((row) => isOf(row, selectedId));
    if (index !== -1) virtual.scrollToRow(index);
    // Only when the selection changes or on mount: new rows must not scroll the view to the selection.
  }, [selectedId, virtual.canScroll]);

  const select = useCallback(
    (id: string) => {
      // Focus the grid instead of the pressed cell, which may disappear when the detail opens.
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

  // Rows that scroll into view reuse the elements of rows that scrolled out.
  const slots = Math.max(fewestSlots, virtual.items.length);
  const isDrawn = virtual.items.some(({ index }) => isOf(rows[index], selectedId));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtualized table would lose its layout
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
