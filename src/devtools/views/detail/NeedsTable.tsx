import type { Need } from '../../../remedy/need';
import { Value } from '../ui/Value';
import type { Words } from '../words';

interface NeedsTableProps {
  /** All with the same purpose. */
  needs: readonly Need[];
  /** Whether the reason is one of several candidates, so that the change is only a likely fix. */
  isOneOfSeveral?: boolean;
  hasSeveralHops: boolean;
  words: Words;
}

/** Draws the headers that must change, each with its current and required value. */
export function NeedsTable({ needs, isOneOfSeveral = false, hasSeveralHops, words }: NeedsTableProps) {
  const { detail } = words.ui;
  const [first] = needs;
  if (!first) return null;
  const isAllSeen = needs.every(({ isSeen }) => isSeen);
  const hints = [
    isOneOfSeveral ? detail.needsFirst : detail.needsHint[first.purpose],
    ...(isAllSeen ? [] : [detail.needsUnseen]),
  ];
  return (
    <section class="needs">
      <table>
        <caption>
          <h3>{detail.needs}</h3>
          <span class="quiet">{detail.sentences(hints)}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{detail.header}</th>
            <th scope="col">{detail.has}</th>
            <th scope="col">{detail.needed}</th>
          </tr>
        </thead>
        <tbody>
          {needs.map(({ hop, on, header, current: has, required: value, isSeen }) => (
            <tr key={`${hop} ${on} ${header} ${header === 'Set-Cookie' ? has : ''}`}>
              <th scope="row">
                <code>{header === ':status' ? detail.statusCode : header}</code>
                <span class="quiet">
                  {detail.place(on === 'preflight' ? 'preflight-response' : 'response')}
                  {hasSeveralHops && ` · ${detail.hop(hop + 1)}`}
                </span>
              </th>
              <td class="has" data-label={detail.has}>
                {has === null ? (
                  <em>{isSeen ? detail.missing : detail.notSeen}</em>
                ) : (
                  <Value text={has} words={words} />
                )}
              </td>
              <td class="needed" data-label={detail.needed}>
                <Value text={value} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
