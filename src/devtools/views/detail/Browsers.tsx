import type { BrowserName } from '../../../engine';
import type { OtherBrowser } from '../../../exchange/explained/other-browser';
import type { Verdict } from '../../../exchange/verdict/verdict';
import { browserLabel } from '../../../prose/browser-label';
import { detailProseFor } from '../../../prose/detail';
import type { Words } from '../words';
import { BasisMark } from './BasisMark';

interface BrowsersProps {
  verdict: Verdict;
  browser: BrowserName;
  other: OtherBrowser;
  words: Words;
}

/** Draws a table of the results of both browsers for the same headers. */
export function Browsers({ verdict, browser, other, words }: BrowsersProps) {
  const { browsers: browsersProse } = detailProseFor(words.language);
  const firstFinding = verdict.findings.find(({ severity }) => severity === 'error')?.code ?? null;
  const columns = [
    { ...verdict, browser, finding: firstFinding, basis: verdict.outcomeBasis },
    { ...other, basis: 'computed' as const },
  ];
  const { prose } = words;
  return (
    <>
      <table class="browsers">
        <thead>
          <tr>
            <td />
            {columns.map(({ browser: name }) => (
              <th key={name} scope="col">
                {browserLabel({ name })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{browsersProse.outcome}</th>
            {columns.map(({ browser: name, outcome, basis }) => (
              <td key={name}>
                <b class={`outcome-${outcome}`}>{prose.outcomes[outcome].label}</b>
                <BasisMark basis={basis} words={words} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{browsersProse.first}</th>
            {columns.map(({ browser: name, finding }) => (
              <td key={name}>{finding ? prose.findings[finding].title : browsersProse.nothing}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{browsersProse.says}</th>
            {columns.map(({ browser: name, browserSays }) => (
              <td key={name}>
                {browserSays.length === 0 && browsersProse.nothing}
                {browserSays.map((word) => (
                  <code key={word}>{word}</code>
                ))}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p class="quiet">{browsersProse.hint}</p>
    </>
  );
}
