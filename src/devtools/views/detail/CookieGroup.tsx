import { attributesOf } from '../../../exchange/explained/cookie-attributes';
import type { CookieUse } from '../../../exchange/explained/cookie-use';
import { isContradicted } from '../../../exchange/explained/stored-cookies';
import type { DetailProse } from '../../../prose/detail';
import type { ReasonsProse } from '../../../prose/reasons-prose';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { BasisMark } from './BasisMark';
import type { CookieGroup as Group } from './cookie-groups';

interface CookieGroupProps {
  group: Group;
  /** The label of the hop, if there are several. */
  hop: string | null;
  because: ReasonsProse['cookies'];
  /** The name of the other browser, for people. */
  other: string;
  said: DetailProse['cookies'];
  words: Words;
}

/** Draws a group of cookies with the same direction and reason. It never shows their values. */
export function CookieGroup({ group, hop, because, other, said, words }: CookieGroupProps) {
  const { label, meaning } = said.directions[group.direction];
  return (
    <div class={`cookies is-${group.direction}`}>
      <h4>
        <span class="cookie-direction" title={meaning}>
          {label}
        </span>
        {hop && <span class="quiet">{hop}</span>}
      </h4>
      <p class="cookie-because">{because[group.because]}</p>
      {group.otherwise && <p class="quiet">{said.elsewhere(other, because[group.otherwise])}</p>}
      <ul>
        {group.uses.map((use, index) => (
          <Cookie key={index} use={use} said={said} words={words} />
        ))}
      </ul>
    </div>
  );
}

interface CookieProps {
  use: CookieUse;
  said: DetailProse['cookies'];
  words: Words;
}

function Cookie({ use, said, words }: CookieProps) {
  const { name, cookie, stored: match, basis } = use;
  const isContradictory = isContradicted(use, match);
  return (
    <li>
      <code class="cookie-name">{name === '' ? '=' : <Visible text={name} />}</code>
      <BasisMark basis={basis} words={words} />
      {match !== null && (
        <span
          class={isContradictory ? 'cookie-kept is-against' : 'cookie-kept'}
          title={said.kept[match].meaning}
        >
          {said.kept[match].label}
          {isContradictory && `: ${said.against}`}
        </span>
      )}
      {cookie && (
        <code class="cookie-attributes">
          <Visible text={attributesOf(cookie).join('; ')} />
        </code>
      )}
    </li>
  );
}
