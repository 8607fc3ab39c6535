import { asCurl, asFetch } from '../../copy';
import type { Row } from '../../store';
import type { Words } from '../words';
import { ContextMenu } from './ContextMenu';

interface RequestMenuProps {
  row: Row;
  x: number;
  y: number;
  words: Words;
  onCopy(text: string, what: string): void;
  onCopyUrl(row: Row): void;
  onCopyTicket(row: Row): void;
  onClose(): void;
}

/** What can be copied of a request. */
export function RequestMenu({
  row,
  x,
  y,
  words: { ui },
  onCopy,
  onCopyUrl,
  onCopyTicket,
  onClose,
}: RequestMenuProps) {
  const { facts } = row.entry;
  const items = [
    { label: ui.menu.url, onChoose: () => onCopyUrl(row) },
    { label: ui.menu.curl, title: ui.menu.withoutBody, onChoose: () => onCopy(asCurl(facts), 'cURL') },
    {
      label: ui.menu.fetch,
      title: ui.menu.withoutBody,
      onChoose: () => onCopy(asFetch(facts, row.verdict), 'fetch'),
    },
    { label: ui.menu.ticket, onChoose: () => onCopyTicket(row) },
  ];
  return <ContextMenu x={x} y={y} label={ui.menu.label} items={items} onClose={onClose} />;
}
