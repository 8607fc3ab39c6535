import { browserLabel } from '../../../prose/browser-label';
import { headline } from '../../../prose/headline';
import type { WhatIfWords } from '../../../prose/what-if';
import type { WhatIfResult } from '../../../recording/what-if/what-if';
import { Icon } from '../ui/Icon';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

interface ResultCardProps {
  result: WhatIfResult;
  words: WhatIfWords;
  panelWords: Words;
}

/** Draws what one browser would do. */
export function ResultCard({ result, words, panelWords }: ResultCardProps) {
  const { browser, explained, isStanding } = result;
  const { facts, verdict, causes } = explained;
  const { outcome } = verdict;
  const name = browserLabel({ name: browser });
  return (
    <section class={`what-if-result outcome-${outcome}`}>
      <h3>
        <Icon name={outcome} />
        {name}
        <span class="quiet">{outcome === 'pending' ? '' : panelWords.prose.outcomes[outcome].label}</span>
      </h3>
      <p class="what-if-said">
        <Visible text={sentence()} />
      </p>
      {isStanding && outcome !== 'unknown' && <p class="quiet">{words.standing}</p>}
    </section>
  );

  function sentence(): string {
    if (outcome === 'pending') {
      const { preflight = null } = verdict.exchange.hops.at(-1) ?? {};
      return preflight ? words.openPreflight : words.open;
    }
    if (isStanding && verdict.findings.length === 0) return words.unknown(name);
    // Everything here is computed, which the sentence need not say.
    const shown = { ...verdict, outcomeBasis: 'observed' } as const;
    return headline(facts, shown, panelWords.language, name, { causes });
  }
}
