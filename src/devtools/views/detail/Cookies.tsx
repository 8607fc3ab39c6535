import { parseUrl } from '../../../engine';
import type { CookieUse } from '../../../exchange/explained/cookie-use';
import { type DetailProse, detailProseFor } from '../../../prose/detail';
import { reasonsProseFor } from '../../../prose/reasons-prose';
import type { ExchangeFacts } from '../../../protocol/facts';
import type { Need } from '../../../remedy/need';
import type { Words } from '../words';
import { CookieGroup } from './CookieGroup';
import { cookieGroups } from './cookie-groups';
import { NeedsTable } from './NeedsTable';
import type { Looking } from './use-explained';

interface CookiesProps {
  facts: ExchangeFacts;
  uses: readonly CookieUse[];
  /** The changes with which the browser stores the rejected ones. */
  needs: readonly Need[];
  /** The name of the browser that did not send the request, for people. */
  other: string;
  asked: Looking['asked'];
  words: Words;
  onAsk: Looking['permit'];
}

/**
 * Draws the sent, not sent, stored and rejected cookies with reasons, and a button to check the browser's
 * cookie store.
 */
export function Cookies({ facts, uses, needs, other, asked, words, onAsk }: CookiesProps) {
  const { cookies: prose } = detailProseFor(words.language);
  if (facts.preflightFor) return <p class="quiet">{prose.ofPreflight}</p>;
  const ports = portsApart(facts, prose);
  const isShown = facts.hops.some(({ requestHeaders }) => requestHeaders !== null);
  const notes = { 'not-yet': prose.notAsked, refused: prose.refused, answered: prose.asked };
  const because = reasonsProseFor(words.language).cookies;
  return (
    <>
      {uses.length === 0 && <p class="quiet">{isShown ? prose.none : prose.headersNotShown}</p>}
      {cookieGroups(uses).map((group) => (
        <CookieGroup
          key={`${group.hop} ${group.direction} ${group.because} ${group.otherwise}`}
          group={group}
          hop={facts.hops.length > 1 ? words.ui.detail.hop(group.hop + 1) : null}
          because={because}
          other={other}
          said={prose}
          words={words}
        />
      ))}
      <NeedsTable needs={needs} hasSeveralHops={facts.hops.length > 1} words={words} />
      {ports !== null && <p>{ports}</p>}
      <p class="quiet">{notes[asked]}</p>
      {onAsk && asked !== 'answered' && (
        <button type="button" class="button ask-cookies" onClick={onAsk}>
          {prose.ask}
        </button>
      )}
    </>
  );
}

/**
 * Returns the sentence about ports if the request's origin and its target differ only in the port; else null.
 */
function portsApart({ origin, hops }: ExchangeFacts, prose: DetailProse['cookies']): string | null {
  const from = origin === null ? null : parseUrl(origin);
  const to = parseUrl(hops.at(-1)?.url ?? '');
  if (!from || !to || from.hostname !== to.hostname || from.port === to.port) return null;
  return prose.ports(from.host, to.host);
}
