import type { RefObject } from 'preact';
import type { MessagesProse } from '../../../prose/messages';
import type { PageEventFacts } from '../../../protocol/page-events';
import type { MessagesStore } from '../../messages-store';
import { Grid } from '../requests/Grid';
import type { GridCommand } from '../requests/grid-keys';
import { HeaderRow } from '../requests/HeaderRow';
import { messageColumns } from './columns';
import { MessageRow } from './MessageRow';

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

  function command(asked: GridCommand): boolean {
    if (asked.is === 'copy') return false;
    if (asked.is === 'move') store.move(asked.by);
    else if (asked.is === 'open') onOpen();
    else if (asked.is === 'close') onClose();
    else store.select((asked.is === 'first' ? rows[0] : rows.at(-1))?.id ?? null);
    return true;
  }

  return (
    <Grid
      table={table}
      rows={rows}
      idOf={({ id }) => id}
      elementId={(id) => `event-${id}`}
      selectedId={store.selected.value?.id ?? null}
      grows={sort.column === 'time' && !sort.descending}
      label={prose.table.label}
      columnCount={messageColumns.length}
      header={
        <HeaderRow columns={messageColumns} labels={prose.table.columns} sort={sort} onSort={store.sortBy} />
      }
      onSelect={onSelect}
      onCommand={command}
    >
      {(event, { key, ...place }) => <MessageRow key={key} {...place} event={event} prose={prose} />}
    </Grid>
  );
}
