import type { Pair } from '../../../channels/pair-rules';
import type { OriginsProse } from '../../../prose/origins';
import { Visible } from '../ui/Visible';

interface ComparisonProps {
  pair: Pair;
  prose: OriginsProse;
}

/** Draws a table that compares two origins by component. */
export function Comparison({ pair, prose }: ComparisonProps) {
  const { components, table, detail } = prose;
  return (
    <table class="comparison">
      <thead>
        <tr>
          <td />
          <th scope="col">{detail.page}</th>
          <th scope="col">{detail.other}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {pair.components.map(({ component, page, other, isEqual }) => (
          <tr key={component} class={isEqual ? undefined : 'is-other'}>
            <th scope="row">{components[component]}</th>
            <td>{page === '' ? <em>{table.opaque}</em> : <Part text={page} isEqual={isEqual} />}</td>
            <td>
              <Part text={other} isEqual={isEqual} />
            </td>
            <td class="verdict-word">
              {isEqual ? '=' : '≠'} {isEqual ? table.equal : table.notEqual}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Part({ text, isEqual }: { text: string; isEqual: boolean }) {
  return (
    <code class={isEqual ? undefined : 'differs'}>
      <Visible text={text} />
    </code>
  );
}
