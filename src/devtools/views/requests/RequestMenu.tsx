import { visibleText } from '../../../prose/visible-text';
import { asCmdCurl, asPosixCurl, asPowershellCurl } from '../../../report/copy/as-curl';
import { asFetch } from '../../../report/copy/as-fetch';
import type { Copied } from '../../../report/copy/sent-request';
import type { Row } from '../../store/store';
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
  onCopyReplay(row: Row): void;
  onCompare(row: Row): void;
  onWhatIf(row: Row): void;
  /** Shows a short message. */
  onNotice(text: string): void;
  onClose(): void;
}

/** Draws the context menu of a request with its copy formats. */
export function RequestMenu(props: RequestMenuProps) {
  const { row, x, y, onCopy, onCopyUrl, onCopyTicket, onCopyReplay, onCompare, onWhatIf, onNotice, onClose } =
    props;
  const { menu } = props.words.ui;
  const { facts } = row.entry;
  const form = (label: string, name: string, copied: () => Copied | null) => ({
    label,
    title: menu.withoutBody,
    onChoose() {
      const written = copied();
      if (!written) return onNotice(menu.cannotHold(name));
      const { text, without } = written;
      onCopy(text, without.length === 0 ? name : menu.without(name, without.map(visibleText).join(', ')));
    },
  });
  const items = [
    { label: menu.url, onChoose: () => onCopyUrl(row) },
    form(menu.posixCurl, 'cURL (POSIX)', () => asPosixCurl(facts)),
    form(menu.cmdCurl, 'cURL (cmd)', () => asCmdCurl(facts)),
    form(menu.powershell, 'PowerShell', () => asPowershellCurl(facts)),
    form(menu.fetch, 'fetch', () => asFetch(facts, row.verdict)),
    { label: menu.ticket, onChoose: () => onCopyTicket(row) },
    { label: menu.replay, title: menu.withoutBody, onChoose: () => onCopyReplay(row) },
    { label: menu.compare, onChoose: () => onCompare(row) },
    { label: menu.whatIf, onChoose: () => onWhatIf(row) },
  ];
  return <ContextMenu x={x} y={y} label={menu.label} items={items} onClose={onClose} />;
}
