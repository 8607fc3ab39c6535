import { attributesOf } from '../../../exchange/explained/cookie-attributes';
import type { CookieSight } from '../../../exchange/explained/cookie-sight';
import { isContradicted } from '../../../exchange/explained/kept-cookies';
import type { DetailProse } from '../../../prose/detail';
import type { ReasonsProse } from '../../../prose/reasons-prose';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { BasisMark } from './BasisMark';
import type { CookieGroup as Group } from './cookie-groups';

interface CookieGroupProps {
  group: Group;
  /** Which request of several it belongs to. */
  hop: string | null;
  because: ReasonsProse['cookies'];
  /** As people call it. */
  other: string;
  said: DetailProse['cookies'];
  words: Words;
}

/** Cookies to which the same happened, with the reason once. Never their values. */
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
        {group.sights.map((sight, index) => (
          <Cookie key={index} sight={sight} said={said} words={words} />
        ))}
      </ul>
    </div>
  );
}

interface CookieProps {
  sight: CookieSight;
  said: DetailProse['cookies'];
  words: Words;
}

function Cookie({ sight, said, words }: CookieProps) {
  const { name, cookie, kept, basis } = sight;
  const isAgainst = isContradicted(sight, kept);
  return (
    <li>
      <code class="cookie-name">{name === '' ? '=' : <Visible text={name} />}</code>
      <BasisMark basis={basis} words={words} />
      {kept !== null && (
        <span class={isAgainst ? 'cookie-kept is-against' : 'cookie-kept'} title={said.kept[kept].meaning}>
          {said.kept[kept].label}
          {isAgainst && `: ${said.against}`}
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
