import type { ComparedComponent } from '../../../channels/pair-rules';
import type { OriginsProse } from '../../../prose/origins';
import { Visible } from '../ui/Visible';

interface ComponentProps {
  compared: ComparedComponent;
  prose: OriginsProse;
}

/** Draws a component of an origin with a sign for whether it equals the page's. */
export function Component({ compared, prose: { table } }: ComponentProps) {
  const { other, isEqual } = compared;
  const word = isEqual ? table.equal : table.notEqual;
  return (
    <span class={isEqual ? 'component' : 'component is-other'} title={word}>
      <span class="sign" role="img" aria-label={word}>
        {isEqual ? '=' : '≠'}
      </span>
      <code class={isEqual ? undefined : 'differs'}>
        <Visible text={other} />
      </code>
    </span>
  );
}
