import type { GivenAdvice } from '../../../diagnosis/advise';
import { type AdviceWords, adviceSubject } from '../../../prose/advice';
import { useRowKeys } from '../ui/use-row-keys';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import '../ui/list-table.css';

interface AdviceTableProps {
  given: readonly GivenAdvice[];
  selected: string | null;
  advice: AdviceWords;
  words: Words;
  onSelect(id: string | null): void;
}

/** Draws the pieces of advice. The table is one tab stop; arrow keys move between rows. */
export function AdviceTable({ given, selected, advice, words, onSelect }: AdviceTableProps) {
  const { body, stop, setCurrent, press } = useRowKeys({
    ids: given.map(({ id }) => id),
    selected,
    stopSelector: '.advice-title',
    onSelect,
  });
  const { columns, kinds, severities } = advice;

  const ofSecurity = given.filter(({ kind }) => kind === 'security').length;
  return (
    <>
      <p class="advice-summary quiet">{advice.summary(ofSecurity, given.length - ofSecurity)}</p>
      <div class="advice-scroll">
        <table class="list-table advice-table" aria-label={advice.title}>
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
                      tabIndex={id === stop ? 0 : -1}
                      aria-pressed={id === selected}
                    >
                      {advice.texts[code].title}
                    </button>
                    <div class="advice-subject quiet">
                      <Visible text={subject} />
                      {certainty !== 'certain' && (
                        <span class="mark">{words.prose.causeWords.confidences[certainty]}</span>
                      )}
                    </div>
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
