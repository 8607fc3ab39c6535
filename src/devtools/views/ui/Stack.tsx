import type { CallSite } from '../../../protocol/page-events';
import { Visible } from './Visible';

interface StackProps {
  site: CallSite;
}

/** Draws a stack trace, innermost call first. */
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
