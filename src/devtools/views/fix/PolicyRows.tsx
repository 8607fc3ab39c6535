import type { PolicyRow } from '../../../remedy/served-policy';
import { Value } from '../ui/Value';
import type { Words } from '../words';

interface PolicyRowsProps {
  rows: readonly PolicyRow[];
  words: Words;
}

const maxValues = 3;

/** Draws the headers of a policy: what was recorded, and what is required. */
export function PolicyRows({ rows, words }: PolicyRowsProps) {
  const { detail } = words.ui;
  const shown = rows.filter(
    ({ current, required }) => required !== null || current.some((value) => value !== null),
  );
  return (
    <div class="needs">
      <table>
        <thead>
          <tr>
            <th scope="col">{detail.header}</th>
            <th scope="col">{detail.has}</th>
            <th scope="col">{detail.needed}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ header, current, required }) => (
            <tr key={header}>
              <th scope="row">
                <code>{header === ':status' ? detail.statusCode : header}</code>
              </th>
              <td class="has" data-label={detail.has}>
                {current.length === 0 && <em>{detail.notSeen}</em>}
                {current.slice(0, maxValues).map((value) => (
                  <div key={value}>
                    {value === null ? <em>{detail.missing}</em> : <Value text={value} words={words} />}
                  </div>
                ))}
                {current.length > maxValues && '…'}
              </td>
              <td class="needed" data-label={detail.needed}>
                {required === null ? '–' : <Value text={required} words={words} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
