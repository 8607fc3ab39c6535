import type { RefObject } from 'preact';
import type { CauseCode } from '../../../diagnosis/causes';
import type { Column, Sort } from '../../store/sort';
import type { Row } from '../../store/store';
import { Grid, rowHeight } from '../ui/Grid';
import type { GridCommand } from '../ui/grid-keys';
import { HeaderRow } from '../ui/HeaderRow';
import type { Words } from '../words';
import { columns } from './columns';
import { RequestRow } from './RequestRow';

interface RequestsTableProps {
  table: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  selectedId: string | null;
  sort: Sort;
  words: Words;
  /** The certain or likely cause of a failure, or of a response that is useless. */
  causeOf(row: Row): CauseCode | null;
  /** Whether the browser rejects a cookie of a row's responses. */
  rejectsCookies(row: Row): boolean;
  onSort(column: Column): void;
  onSelect(id: string): void;
  onMove(by: number): void;
  onGoTo(id: string): void;
  onOpen(): void;
  onClose(): void;
  onCopy(): void;
  onMenu(id: string, x: number, y: number): void;
}

/** Draws the grid of requests. */
export function RequestsTable(props: RequestsTableProps) {
  const { table, rows, selectedId, sort, words, causeOf, rejectsCookies, ...on } = props;

  function command(gridCommand: GridCommand): boolean {
    if (gridCommand.kind === 'copy' && String(getSelection()) !== '') return false;
    const end = gridCommand.kind === 'first' ? rows[0] : rows.at(-1);
    if (gridCommand.kind === 'move') on.onMove(gridCommand.by);
    else if (gridCommand.kind === 'open') on.onOpen();
    else if (gridCommand.kind === 'close') on.onClose();
    else if (gridCommand.kind === 'copy') on.onCopy();
    else if (end) on.onGoTo(end.id);
    return true;
  }

  function openMenu(event: MouseEvent): void {
    const under = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
    const isByKey = event.button !== 2 && !under;
    const row = isByKey ? document.getElementById(rowElementId(selectedId ?? '')) : under;
    const id = row?.dataset.id;
    if (!row || id === undefined) return;
    event.preventDefault();
    const { left, bottom } = row.getBoundingClientRect();
    if (isByKey) on.onMenu(id, left + rowHeight, bottom);
    else on.onMenu(id, event.clientX, event.clientY);
  }

  return (
    <Grid
      table={table}
      rows={rows}
      idOf={({ id }) => id}
      elementId={rowElementId}
      selectedId={selectedId}
      grows={sort.column === 'started' && !sort.descending}
      label={words.ui.table.label}
      columnCount={columns.length}
      header={<HeaderRow columns={columns} labels={words.ui.table.columns} sort={sort} onSort={on.onSort} />}
      onSelect={on.onSelect}
      onCommand={command}
      onContextMenu={openMenu}
    >
      {(row, { key, ...place }) => (
        <RequestRow
          key={key}
          {...place}
          row={row}
          verdict={row.verdict}
          cause={causeOf(row)}
          rejectsCookie={rejectsCookies(row)}
          words={words}
        />
      )}
    </Grid>
  );
}

function rowElementId(id: string): string {
  return `row-${id}`;
}
