import type { SerializedOrigin } from '../../../engine';
import type { OriginsProse } from '../../../prose/origins';
import type { Between } from '../../../recording/requests/origins';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { Component } from './Component';
import { Counts } from './Counts';
import type { OriginRow } from './origin-rows';
import { VerdictMark } from './VerdictMark';

interface OriginLineProps {
  row: OriginRow;
  from: SerializedOrigin;
  /** Whether this is the origin of the inspected page. */
  isPage: boolean;
  isSelected: boolean;
  /** Whether this row is the tab stop of the table. */
  isStop: boolean;
  prose: OriginsProse;
  words: Words;
  onSelect(origin: SerializedOrigin): void;
  onShow(between: Between): void;
}

/** Draws one row: an origin, its differences, what the rules allow, and its recorded requests. */
export function OriginLine(props: OriginLineProps) {
  const { row, from, isPage, isSelected, isStop, prose, words, onSelect, onShow } = props;
  const { origin, pair, addresses, sameAddress, counts } = row;
  const { table, relations, rules, reasons } = prose;
  const [scheme, host, port] = pair.components;
  const tabIndex = isStop ? 0 : -1;
  const { label, sentence } = relations[pair.relation];
  return (
    <tr class={isSelected ? 'is-selected' : undefined} data-origin={origin} onClick={() => onSelect(origin)}>
      <td class="component-scheme">{scheme && <Component compared={scheme} prose={prose} />}</td>
      <th scope="row" class="component-host">
        <button
          type="button"
          class="origin-name"
          tabIndex={tabIndex}
          aria-pressed={isSelected}
          aria-label={`${origin}, ${sentence(pair)}`}
        >
          <span class="card-only">{scheme && <Component compared={scheme} prose={prose} />}</span>
          {host && <Component compared={host} prose={prose} />}
          <span class="card-only">{port && <Component compared={port} prose={prose} />}</span>
        </button>
        {addresses.length > 0 && (
          <span class="addresses quiet" title={table.address}>
            <Visible text={addresses.join(', ')} />
            {sameAddress.length > 0 && origin !== from && (
              <span class="same-address" title={table.sameAddressAs(sameAddress)}>
                {' · '}
                {table.sameAddress}
              </span>
            )}
          </span>
        )}
      </th>
      <td class="component-port">{port && <Component compared={port} prose={prose} />}</td>
      <td class="relation" title={sentence(pair)}>
        {isPage && origin === from ? table.thisPage : label}
      </td>
      {pair.rules.map(({ rule, verdict, reason }) => (
        <td key={rule} class="allows" data-label={rules[rule].label}>
          <VerdictMark verdict={verdict} title={reasons[reason](pair)} prose={prose} />
        </td>
      ))}
      <td class="recorded">
        <Counts
          counts={counts}
          from={from}
          to={origin}
          tabIndex={tabIndex}
          prose={prose}
          words={words}
          onShow={onShow}
        />
      </td>
    </tr>
  );
}
