import type { ComponentChildren } from 'preact';

interface CellProps {
  column: string;
  /** The column index, from 1. */
  index: number;
  title?: string;
  children: ComponentChildren;
}

/** Draws one cell of a row. */
export function Cell({ column, index, title, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table
    <div class={`cell cell-${column}`} role="gridcell" tabIndex={-1} aria-colindex={index} title={title}>
      {children}
    </div>
  );
}
