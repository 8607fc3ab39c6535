interface HeaderRowProps<Column extends string> {
  columns: readonly Column[];
  labels: Readonly<Record<Column, string>>;
  sort: { readonly column: string; readonly descending: boolean };
  onSort(column: NoInfer<Column>): void;
}

/** Draws the column headers as sort buttons. They are one tab stop; arrow keys move between them. */
export function HeaderRow<Column extends string>({ columns, labels, sort, onSort }: HeaderRowProps<Column>) {
  const stop = columns.find((column) => column === sort.column) ?? columns[0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table
    <div class="table-head" role="rowgroup">
      {/* biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table */}
      <div class="table-row" role="row" aria-rowindex={1} tabIndex={-1}>
        {columns.map((column, index) => {
          const isSorted = sort.column === column;
          const direction = sort.descending ? 'descending' : 'ascending';
          return (
            // biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table
            <div
              key={column}
              class={`cell cell-${column}`}
              role="columnheader"
              tabIndex={-1}
              aria-colindex={index + 1}
              aria-sort={isSorted ? direction : 'none'}
            >
              <button
                type="button"
                tabIndex={column === stop ? 0 : -1}
                onClick={() => onSort(column)}
                onKeyDown={moveFocus}
              >
                {labels[column]}
                {isSorted && <span class={`sort sort-${direction}`} aria-hidden="true" />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function moveFocus(event: KeyboardEvent): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  if (!(event.currentTarget instanceof HTMLElement)) return;
  let cell = event.currentTarget.parentElement;
  do {
    cell = (
      event.key === 'ArrowRight' ? cell?.nextElementSibling : cell?.previousElementSibling
    ) as typeof cell;
  } while (cell && cell.offsetParent === null);
  cell?.querySelector('button')?.focus();
}
