import type { ComponentChildren } from 'preact';
import type { OpenerStory } from '../../../channels/opener-story';
import type { OpenerPolicyValue } from '../../../engine';
import { openersProseFor } from '../../../prose/openers';
import { Fact } from '../ui/Fact';
import type { Words } from '../words';

interface OpenerLinkProps {
  story: OpenerStory;
  words: Words;
  /** More facts. */
  children?: ComponentChildren;
}

/** Whether a document in an opened tab knows its opener, why not, and by which policies. */
export function OpenerLink({ story, words, children }: OpenerLinkProps) {
  const prose = openersProseFor(words.language);
  const { because, openedPolicy, openerPolicy, isFirst } = story;
  const policy = (value: OpenerPolicyValue | null) =>
    value === null ? prose.policyUnknown : prose.policies[value];
  return (
    <dl class="facts">
      <Fact name={prose.hasOpener}>
        <code>{because === null ? prose.yes : prose.no}</code>
      </Fact>
      {because !== null && (
        <Fact name={prose.why}>
          <p>{prose.because[because]}</p>
          <p class="quiet">{prose.severed}</p>
        </Fact>
      )}
      <Fact name={prose.openedPolicy}>{policy(openedPolicy)}</Fact>
      <Fact name={isFirst ? prose.openerPolicy : prose.beforePolicy}>{policy(openerPolicy)}</Fact>
      {children}
    </dl>
  );
}
