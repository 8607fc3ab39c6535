import type { HeaderList } from '../../../engine';
import { Value } from '../ui/Value';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { headersInOrder } from './header-order';

interface HeaderTableProps {
  title: string;
  /** The label of the hop, if there are several. */
  hop: string | null;
  /** The method or the status. */
  line: string;
  /** null: the browser did not show them. */
  headers: HeaderList | null;
  words: Words;
}

/** Draws the headers of one message. Headers used by origin rules come first and are marked. */
export function HeaderTable({ title, hop, line, headers, words }: HeaderTableProps) {
  const { detail } = words.ui;
  const notes: Readonly<Record<string, string>> = detail.headerNotes;
  const noteOf = (name: string) => notes[name.toLowerCase()];
  const { cors, others } = headersInOrder(headers ?? []);
  const headerRows = [
    ...cors.map((header) => [header, true] as const),
    ...others.map((header) => [header, false] as const),
  ];
  return (
    <table class="headers">
      <caption>
        <h4>
          <span>{title}</span> <code>{line}</code>
          {hop && <span class="quiet">{hop}</span>}
        </h4>
      </caption>
      <tbody>
        {headerRows.length === 0 && (
          <tr>
            <td colSpan={2} class="quiet">
              {headers === null ? detail.headersNotShown : detail.noHeaders}
            </td>
          </tr>
        )}
        {headerRows.map(([[name, value], isCors], index) => (
          <tr key={index} class={isCors ? 'is-cors' : undefined}>
            <th scope="row" title={noteOf(name) ?? (isCors ? detail.corsHeader : undefined)}>
              <Visible text={name} />
            </th>
            <td>
              <Value text={value} words={words} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
