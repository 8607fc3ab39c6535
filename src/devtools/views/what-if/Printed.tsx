import { printedMessages } from '../../../diagnosis/console/print-messages';
import { browserLabel } from '../../../prose/browser-label';
import type { WhatIfWords } from '../../../prose/what-if';
import type { WhatIfResult } from '../../../recording/what-if/what-if';
import { Visible } from '../ui/Visible';

interface PrintedProps {
  result: WhatIfResult;
  words: WhatIfWords;
}

/** Draws the messages that one browser would print; nothing if there are none about CORS. */
export function Printed({ result: { browser, explained }, words }: PrintedProps) {
  const { facts, verdict } = explained;
  const printed = printedMessages(browser, facts, verdict);
  if (printed.length === 0) return null;
  const name = browserLabel({ name: browser });
  return (
    <section>
      <h3>{verdict.candidates.length > 0 ? words.consoleOneOf(name) : words.console(name)}</h3>
      {printed.map((text) => (
        <p key={text} class="code-block">
          <Visible text={text} />
        </p>
      ))}
    </section>
  );
}
