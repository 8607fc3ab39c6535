import { useRef, useState } from 'preact/hooks';
import type { GivenAdvice } from '../../../diagnosis/advise';
import { type AdviceWords, adviceSubject } from '../../../prose/advice';
import { gridCommand } from '../ui/grid-keys';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

const pageRows = 10;

interface AdviceTableProps {
  given: readonly GivenAdvice[];
  selected: string | null;
  advice: AdviceWords;
  words: Words;
  onSelect(id: string | null): void;
}

/** Draws the pieces of advice. The table is one tab stop; arrow keys move between rows. */
export function AdviceTable({ given, selected, advice, words, onSelect }: AdviceTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const stop = given.find(({ id }) => id === (current ?? selected)) ?? given[0];
  const { columns, kinds, severities } = advice;

  function press(event: KeyboardEvent): void {
    const found = gridCommand(event, pageRows);
    if (found?.kind === 'close') onSelect(null);
    const now = stop ? given.indexOf(stop) : 0;
    const last = given.length - 1;
    const targets = { first: 0, last };
    const to =
      found?.kind === 'move'
        ? now + found.by
        : found?.kind === 'first' || found?.kind === 'last'
          ? targets[found.kind]
          : null;
    const next = to === null ? undefined : given[Math.min(last, Math.max(0, to))];
    if (!next) return;
    event.preventDefault();
    setCurrent(next.id);
    if (selected !== null) onSelect(next.id);
    body.current?.querySelectorAll<HTMLElement>('.advice-title')[given.indexOf(next)]?.focus();
  }

  const ofSecurity = given.filter(({ kind }) => kind === 'security').length;
  return (
    <>
      <p class="advice-summary quiet">{advice.summary(ofSecurity, given.length - ofSecurity)}</p>
      <div class="advice-scroll">
        <table class="advice-table" aria-label={advice.title}>
          <thead>
            <tr>
              <th scope="col">{columns.severity}</th>
              <th scope="col">{columns.kind}</th>
              <th scope="col">{columns.title}</th>
              <th scope="col">{columns.total}</th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={press}>
            {given.map((each) => {
              const { id, code, kind, severity, certainty, total } = each;
              const subject = adviceSubject(each);
              return (
                <tr
                  key={id}
                  class={id === selected ? 'is-selected' : undefined}
                  data-code={code}
                  onClick={() => {
                    setCurrent(id);
                    onSelect(id);
                  }}
                >
                  <td class={`severity severity-${severity}`}>{severities[severity]}</td>
                  <td class="advice-kind">{kinds[kind]}</td>
                  <th scope="row">
                    <button
                      type="button"
                      class="advice-title"
                      tabIndex={each === stop ? 0 : -1}
                      aria-pressed={id === selected}
                    >
                      {advice.texts[code].title}
                    </button>
                    {certainty !== 'certain' && (
                      <span class="mark">{words.prose.causeWords.confidences[certainty]}</span>
                    )}
                    {subject !== '' && (
                      <span class="advice-subject quiet">
                        <Visible text={subject} />
                      </span>
                    )}
                  </th>
                  <td class="advice-total">{total === 0 ? '–' : advice.count(total)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
