import type { ProxyEvidence } from '../../../channels/server-proxy';
import { crossingProseFor } from '../../../prose/crossing';
import { Section } from '../ui/Section';
import { Value } from '../ui/Value';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

interface ServerProxyProps {
  found: readonly ProxyEvidence[];
  words: Words;
}

/** Draws a section about signs of a proxy on a same-origin response; nothing if all signs are weak. */
export function ServerProxy({ found, words }: ServerProxyProps) {
  if (found.every(({ strength }) => strength === 'weak')) return null;
  const { proxy: prose } = crossingProseFor(words.language);
  return (
    <Section title={prose.title} count={found.length}>
      <p>{prose.lead}</p>
      <ul class="plain">
        {found.map(({ mark, strength, header, value, by }, index) => (
          <li key={index}>
            <Value text={`${header}: ${value}`} words={words} />{' '}
            <span class="quiet" title={prose.strengths[strength].meaning}>
              {prose.strengths[strength].label}
            </span>
            <p>
              <Visible text={prose.marks[mark](by)} />
            </p>
          </li>
        ))}
      </ul>
      <p class="quiet">{prose.limit}</p>
    </Section>
  );
}
