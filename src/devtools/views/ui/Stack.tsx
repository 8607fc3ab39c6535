import type { CallSite } from '../../../protocol/page-events';
import { Visible } from './Visible';

interface StackProps {
  site: CallSite;
}

/** A place in the page's scripts, the innermost line first. */
export function Stack({ site }: StackProps) {
  return (
    <ol class="stack">
      {site.stack.map((line) => (
        <li key={line}>
          <code>
            <Visible text={line.trim()} />
          </code>
        </li>
      ))}
    </ol>
  );
}
