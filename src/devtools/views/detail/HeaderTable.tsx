import type { HeaderList } from '../../../engine';
import { Value } from '../ui/Value';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { headersInOrder } from './header-order';

interface HeaderTableProps {
  title: string;
  /** Which request of several it belongs to. */
  hop: string | null;
  /** The method, or the status. */
  line: string;
  /** null: the browser did not show them. */
  headers: HeaderList | null;
  words: Words;
}

/** The headers of one message: the ones that origin rules look at first, and marked. */
export function HeaderTable({ title, hop, line, headers, words }: HeaderTableProps) {
  const { detail } = words.ui;
  const { cors, others } = headersInOrder(headers ?? []);
  const all = [
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
        {all.length === 0 && (
          <tr>
            <td colSpan={2} class="quiet">
              {headers === null ? detail.headersNotShown : detail.noHeaders}
            </td>
          </tr>
        )}
        {all.map(([[name, value], isCors], index) => (
          <tr key={index} class={isCors ? 'is-cors' : undefined}>
            <th scope="row" title={isCors ? detail.corsHeader : undefined}>
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
