import { useMemo, useState } from 'preact/hooks';
import { browserLabel } from '../../../prose/browser-label';
import { whatIfWords } from '../../../prose/what-if';
import { applyNeeds } from '../../../recording/what-if/apply-needs';
import { maxDraftText } from '../../../recording/what-if/draft';
import { pastedDraft } from '../../../recording/what-if/pasted-draft';
import { emptyStart } from '../../../recording/what-if/start';
import { openWhatIf } from '../../../recording/what-if/what-if';
import type { WhatIfSubject } from '../../store/dialogs';
import type { Around } from '../detail/around';
import { NeedsTable } from '../detail/NeedsTable';
import { TraceBlock } from '../detail/TraceBlock';
import { Dialog } from '../ui/Dialog';
import type { Words } from '../words';
import { DraftForm } from './DraftForm';
import { Printed } from './Printed';
import { ResultCard } from './ResultCard';
import { startingFrom } from './subject';
import '../ui/pasted-text.css';
import '../detail/detail.css';
import './what-if.css';

interface WhatIfDialogProps {
  subject: WhatIfSubject;
  around: Around;
  words: Words;
  onClose(): void;
  onOpenUrl(url: string): void;
}

/** Draws the dialog in which an exchange is edited, with what both browsers would do beside it. */
export function WhatIfDialog({ subject, around, words, onClose, onOpenUrl }: WhatIfDialogProps) {
  const prose = whatIfWords.in(words.language);
  // Requests that arrive meanwhile change nothing of what is edited.
  const [starting, setStarting] = useState(() => startingFrom(subject, around));
  const [draft, setDraft] = useState(starting.start.draft);
  const [pasted, setPasted] = useState(subject.of === 'text' ? subject.text : '');
  const [isUnknown, setUnknown] = useState(false);
  const whatIf = useMemo(() => openWhatIf(starting.start, starting.recording), [starting]);
  const { results, problems } = useMemo(() => whatIf(draft), [whatIf, draft]);
  const exchange = results[0]?.explained.verdict.exchange ?? null;
  const passing = results.map(({ explained }) => explained.needs.filter(({ purpose }) => purpose === 'pass'));
  const needs = passing.find(({ length }) => length > 0) ?? [];
  const preflighted = new Set(
    results.flatMap(({ explained }) =>
      explained.verdict.traces.flatMap(({ hop, trace }) =>
        trace.result === 'cors with preflight' ? hop : [],
      ),
    ),
  );
  const paste = (text: string) => {
    setPasted(text);
    const read = text.trim() === '' ? null : pastedDraft(text);
    setUnknown(text.trim() !== '' && read === null);
    if (!read) return;
    setStarting(({ recording }) => ({
      start: { ...emptyStart, draft: read },
      recording: { ...recording, exchanges: [], frames: [], pageEvents: [] },
    }));
    setDraft(read);
  };
  const traces = results.map(({ browser, explained }) => ({
    browser,
    located: [...explained.subject.traces, ...explained.checks],
  }));
  const inText = traces.map(({ located }) => JSON.stringify(located));
  const isSame = inText[0] === inText[1];
  const shownTraces = isSame ? traces.slice(0, 1) : traces;
  return (
    <Dialog name="what-if" title={prose.title} closeLabel={prose.close} onClose={onClose}>
      <p class="quiet">{prose.intro}</p>
      <details class="what-if-paste" open={subject.of === 'text'}>
        <summary>{prose.paste}</summary>
        <label class="what-if-field">
          <span class="quiet">{prose.pasteField}</span>
          <textarea
            class="pasted-text"
            rows={3}
            autoFocus={subject.of === 'text'}
            spellcheck={false}
            maxLength={10 * maxDraftText}
            value={pasted}
            onInput={(event) => paste(event.currentTarget.value)}
          />
        </label>
        {isUnknown && <p role="alert">{prose.pasteUnknown}</p>}
      </details>
      <div class="what-if-columns">
        <DraftForm
          draft={draft}
          exchange={exchange}
          preflighted={preflighted}
          problems={problems}
          words={prose}
          onDraft={setDraft}
        />
        <div class="what-if-results" aria-live="polite">
          {results.length === 0 && <p>{prose.noResult}</p>}
          {results.map((result) => (
            <ResultCard key={result.browser} result={result} words={prose} panelWords={words} />
          ))}
          <button
            type="button"
            class="button"
            disabled={draft === starting.start.draft}
            onClick={() => setDraft(starting.start.draft)}
          >
            {prose.reset}
          </button>
        </div>
      </div>
      {needs.length > 0 && (
        <>
          <NeedsTable needs={needs} hasSeveralHops={(exchange?.hops.length ?? 0) > 1} words={words} />
          <button type="button" class="button is-first" onClick={() => setDraft(applyNeeds(draft, needs))}>
            {prose.apply}
          </button>
        </>
      )}
      <div class="what-if-printed">
        {results.map((result) => (
          <Printed key={result.browser} result={result} words={prose} />
        ))}
      </div>
      {shownTraces.map(({ browser, located }) => (
        <section key={browser} class="what-if-traces">
          <h3>{isSame ? prose.whySame : prose.why(browserLabel({ name: browser }))}</h3>
          {located.map((each) => (
            <TraceBlock
              key={`${each.hop} ${each.on} ${each.trace.section}`}
              located={each}
              hasSeveralHops={(exchange?.hops.length ?? 0) > 1}
              isOpen={false}
              words={words}
              onOpenUrl={onOpenUrl}
            />
          ))}
        </section>
      ))}
    </Dialog>
  );
}
