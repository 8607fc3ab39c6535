import type { RefObject } from 'preact';
import type { RelayPart } from '../../../channels/relays';
import type { MessagesProse } from '../../../prose/messages';
import { relaysProseFor } from '../../../prose/relays';
import { isRequest, rowId } from '../../../recording/crossings/timeline';
import type { Lanes } from '../../store/lanes';
import type { MessagesStore } from '../../store/messages-store';
import { Grid } from '../ui/Grid';
import type { GridCommand } from '../ui/grid-keys';
import { HeaderRow } from '../ui/HeaderRow';
import type { Words } from '../words';
import { messageColumns } from './columns';
import { MessageRow } from './MessageRow';
import { RequestLine } from './RequestLine';

interface MessagesTableProps {
  table: RefObject<HTMLDivElement | null>;
  store: MessagesStore;
  lanes: Lanes;
  /** The relay steps by event id. */
  parts: ReadonlyMap<string, RelayPart>;
  prose: MessagesProse;
  words: Words;
  onSelect(id: string): void;
  onOpen(): void;
  onClose(): void;
}

/** Draws the grid of the timeline. */
export function MessagesTable({
  table,
  store,
  lanes,
  parts,
  prose,
  words,
  onSelect,
  onOpen,
  onClose,
}: MessagesTableProps) {
  const sort = store.sort.value;
  const rows = store.timeline.value;
  const selected = store.selected.value ?? store.selectedRequest.value;

  const relaysProse = relaysProseFor(words.language);
  function command(gridCommand: GridCommand): boolean {
    if (gridCommand.kind === 'copy') return false;
    if (gridCommand.kind === 'move') store.move(gridCommand.by);
    else if (gridCommand.kind === 'open') onOpen();
    else if (gridCommand.kind === 'close') onClose();
    else {
      const row = gridCommand.kind === 'first' ? rows[0] : rows.at(-1);
      store.select(row ? rowId(row) : null);
    }
    return true;
  }

  return (
    <Grid
      table={table}
      rows={rows}
      idOf={rowId}
      elementId={(id) => `event-${id}`}
      selectedId={selected && rowId(selected)}
      grows={sort.column === 'time' && !sort.descending}
      label={prose.table.label}
      columnCount={messageColumns.length}
      header={
        <HeaderRow columns={messageColumns} labels={prose.table.columns} sort={sort} onSort={store.sortBy} />
      }
      onSelect={onSelect}
      onCommand={command}
    >
      {(row, { key, ...place }) =>
        isRequest(row) ? (
          <RequestLine key={key} {...place} entry={row} lanes={lanes} prose={prose} words={words} />
        ) : (
          <MessageRow
            key={key}
            {...place}
            event={row}
            part={parts.get(row.id) ?? null}
            said={relaysProse}
            lanes={lanes}
            prose={prose}
          />
        )
      }
    </Grid>
  );
}
