import type { Jsonp as JsonpFound } from '../../../channels/jsonp';
import { type CrossingProse, crossingProseFor } from '../../../prose/crossing';
import { Fact } from '../ui/Fact';
import { Section } from '../ui/Section';
import { Value } from '../ui/Value';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

interface JsonpProps {
  found: JsonpFound | null;
  words: Words;
}

/**
 * Draws a section about JSONP: the data, the risks, and the CORS request and headers that would replace it.
 */
export function Jsonp({ found, words }: JsonpProps) {
  if (!found) return null;
  const { jsonp: prose } = crossingProseFor(words.language);
  const { functionName, parameter, calls, size, risks, instead } = found;
  return (
    <Section title={prose.title}>
      <p>
        <Visible text={sentenceOf(found, prose)} />
      </p>
      <dl class="facts">
        <Fact name={prose.functionName}>
          <Value text={functionName} words={words} />
        </Fact>
        {parameter !== null && (
          <Fact name={prose.parameter}>
            <Value text={parameter} words={words} />
          </Fact>
        )}
        {calls !== null && <Fact name={prose.crossed}>{prose.size(calls, size)}</Fact>}
        <Fact name={prose.risk}>
          <p>{prose.always}</p>
          {risks.map((risk) => (
            <p key={risk}>{prose.risks[risk]}</p>
          ))}
        </Fact>
        <Fact name={prose.instead}>
          <p>{instead.credentialsMode === 'include' ? prose.fetchWithCookies : prose.fetch}</p>
          <Value text={instead.url} words={words} />
          <p>{prose.answer}</p>
          <ul class="plain">
            {instead.responseHeaders.map(([name, value]) => (
              <li key={name}>
                <Value text={`${name}: ${value}`} words={words} />
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </Section>
  );
}

function sentenceOf({ basis, by, functionName, from }: JsonpFound, prose: CrossingProse['jsonp']): string {
  if (basis === 'inferred') return prose.inferred(functionName, from);
  return by === 'named-callback' ? prose.observed(functionName, from) : prose.injected(functionName, from);
}
