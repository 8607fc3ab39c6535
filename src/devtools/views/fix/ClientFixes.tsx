import type { PageSideProse } from '../../../prose/page-side';
import type { StackWords } from '../../../prose/stacks';
import type { CallSite } from '../../../protocol/page-events';
import type { ClientFix } from '../../../remedy/client-fixes';
import { CallPlace } from '../detail/CallPlace';
import { Section } from '../ui/Section';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

interface ClientFixesProps {
  fixes: readonly ClientFix[];
  /** Where the page made the call; null if that is not known. */
  site: CallSite | null;
  words: StackWords['client'];
  panelWords: Words;
  pageSide: PageSideProse;
}

/** Draws what to change in the page's own code, and where. */
export function ClientFixes({ fixes, site, words, panelWords, pageSide }: ClientFixesProps) {
  if (fixes.length === 0) return null;
  return (
    <Section title={words.title}>
      {fixes.map(({ id, before, after, proof, next }) => (
        <div key={id} class="fix-part">
          <p>{words.fixes[id]}</p>
          <dl class="fix-change">
            <dt class="quiet">{words.before}</dt>
            <dd>
              <pre class="code-block is-before">
                <Visible text={before} />
              </pre>
            </dd>
            <dt class="quiet">{words.after}</dt>
            <dd>
              {after === '' ? (
                words.remove
              ) : (
                <pre class="code-block is-after">
                  <Visible text={after} />
                </pre>
              )}
            </dd>
          </dl>
          {proof === 'passes' && <p class="quiet">{words.passes}</p>}
          {proof === 'further' && <p class="quiet">{words.further}</p>}
          {next && <p class="quiet">{words.notEnough(panelWords.prose.findings[next].title)}</p>}
        </div>
      ))}
      {site && (
        <p>
          <span class="quiet">{words.at}</span> <CallPlace site={site} prose={pageSide} />
        </p>
      )}
    </Section>
  );
}
