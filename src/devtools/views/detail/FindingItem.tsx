import { type LocatedFinding, sectionUrl } from '../../../engine';
import type { FindingContext } from '../../../prose';
import { Icon } from '../ui/Icon';
import { Link } from '../ui/Link';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

interface FindingItemProps {
  finding: LocatedFinding;
  context: FindingContext;
  /** The headline above. The item does not repeat it. */
  said: string;
  words: Words;
  onOpenUrl(url: string): void;
}

/** Draws one problem: what is wrong, what to change, and the rule. */
export function FindingItem({ finding, context, said, words: { ui, prose }, onOpenUrl }: FindingItemProps) {
  const { code, severity, section, step } = finding;
  const { title, sentence, remedy } = prose.findings[code];
  const text = sentence(context);
  const isWarning = severity === 'warning';
  return (
    <li class={`finding is-${severity}`}>
      <h4>
        <Icon name={isWarning ? 'warning' : 'blocked'} />
        {isWarning && <span class="mark">{ui.detail.warning}</span>}
        <span>{title}</span>
      </h4>
      {!said.startsWith(text.slice(0, -1)) && (
        <p>
          <Visible text={text} />
        </p>
      )}
      <p class="remedy">
        <b>{ui.detail.labelled(ui.detail.remedy)}</b> <Visible text={remedy(context)} />
      </p>
      <p class="quiet">
        <code>{code}</code> ·{' '}
        <Link url={sectionUrl(section)} onOpen={onOpenUrl}>
          {ui.detail.step(prose.sections[section], step)}
        </Link>
      </p>
    </li>
  );
}
