import type { PageSideProse } from '../../../prose/page-side';
import type { CallSite } from '../../../protocol/page-events';
import { stackPlace } from '../../../recording/requests/page-side';
import { Stack } from '../ui/Stack';
import { Visible } from '../ui/Visible';

interface CallPlaceProps {
  site: CallSite;
  prose: PageSideProse;
}

/**
 * Draws the place of a call in the page's scripts: the innermost line, and the stack trace in a collapsed
 * part.
 */
export function CallPlace({ site, prose }: CallPlaceProps) {
  const { stack } = site;
  const place = stackPlace(stack[0] ?? '');
  return (
    <>
      <code class="value">
        <Visible text={place ? place.source : (stack[0] ?? '').trim()} />
      </code>
      {place && <span class="quiet"> {prose.place(place.line, place.column)}</span>}
      {stack.length > 1 && (
        <details class="call-stack">
          <summary>{prose.wholeStack(stack.length)}</summary>
          <Stack site={site} />
        </details>
      )}
    </>
  );
}
