import { type Comparison, type Difference, mostDifferences } from '../../../diagnosis/compare/compare';
import { comparedVerdict, comparisonWords, differenceText, firstSentence } from '../../../prose/comparison';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

interface ComparisonViewProps {
  comparison: Comparison;
  words: Words;
}

/** Draws a comparison: the first difference as a sentence, how both ended, and all differences. */
export function ComparisonView({ comparison, words: { language } }: ComparisonViewProps) {
  const words = comparisonWords.in(language);
  const { left, right, differences, result } = comparison;
  const verdicts = [comparedVerdict(left, language), comparedVerdict(right, language)] as const;
  const sentence = firstSentence(comparison, language);
  const isMinor = ({ because }: Difference) => because === 'unread' || because === 'policy';
  const listed = differences.slice(0, mostDifferences);
  const shown = listed.filter((difference) => !isMinor(difference));
  const others = listed.filter(isMinor);
  const unlisted = differences.length - listed.length;
  const rows = (list: readonly Difference[]) =>
    list.map((difference) => {
      const { what, left: one, right: two, why } = differenceText(difference, language);
      const { hop, part, field, name, decides } = difference;
      return (
        <tr key={`${hop} ${part} ${field} ${name}`} class={decides ? 'is-deciding' : ''}>
          <th scope="row">
            <Visible text={what} /> {decides && <span class="mark">{words.decides}</span>}
          </th>
          <td data-label={words.this}>
            <code>
              <Visible text={one} />
            </code>
          </td>
          <td data-label={words.other}>
            <code>
              <Visible text={two} />
            </code>
          </td>
          <td class="quiet">{why}</td>
        </tr>
      );
    });
  const head = (
    <thead>
      <tr>
        <th scope="col">{words.columns.what}</th>
        <th scope="col">{words.this}</th>
        <th scope="col">{words.other}</th>
        <th scope="col">{words.columns.why}</th>
      </tr>
    </thead>
  );
  return (
    <section class="comparison" aria-live="polite">
      {sentence && (
        <h3 class="compare-first">
          <Visible text={sentence} />
        </h3>
      )}
      {words.results[result] && <p class="compare-result">{words.results[result]}</p>}
      <table class="list-table compare-table">
        {head}
        <tbody>
          {(['outcome', 'reason', 'cause'] as const)
            .filter((key) => verdicts.some((verdict) => verdict[key] !== ''))
            .map((key) => (
              <tr key={key} class="compare-verdict">
                <th scope="row">{words[key]}</th>
                {verdicts.map((verdict, side) => (
                  <td key={side === 0 ? 'left' : 'right'} data-label={side === 0 ? words.this : words.other}>
                    <Visible text={verdict[key] || words.absent} />
                  </td>
                ))}
                <td />
              </tr>
            ))}
          {rows(shown)}
        </tbody>
      </table>
      {others.length > 0 && (
        <details class="compare-more">
          <summary>{words.more(others.length)}</summary>
          <table class="list-table compare-table">
            {head}
            <tbody>{rows(others)}</tbody>
          </table>
        </details>
      )}
      {unlisted > 0 && <p class="quiet compare-unlisted">{words.more(unlisted)}</p>}
    </section>
  );
}
