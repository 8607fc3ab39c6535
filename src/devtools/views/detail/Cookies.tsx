import { parseUrl } from '../../../engine';
import type { CookieUse } from '../../../exchange/explained/cookie-use';
import { type DetailProse, detailProseFor } from '../../../prose/detail';
import { reasonsProseFor } from '../../../prose/reasons-prose';
import type { ExchangeFacts } from '../../../protocol/facts';
import type { Words } from '../words';
import { CookieGroup } from './CookieGroup';
import { cookieGroups } from './cookie-groups';
import type { Looking } from './use-explained';

interface CookiesProps {
  facts: ExchangeFacts;
  uses: readonly CookieUse[];
  /** Of the browser that did not make the request, as people call it. */
  other: string;
  asked: Looking['asked'];
  words: Words;
  onAsk: Looking['permit'];
}

/** Which cookies went and which not, which were taken or refused, and why; and the way to ask the browser. */
export function Cookies({ facts, uses, other, asked, words, onAsk }: CookiesProps) {
  const { cookies: said } = detailProseFor(words.language);
  if (facts.preflightFor) return <p class="quiet">{said.ofPreflight}</p>;
  const ports = portsApart(facts, said);
  const isShown = facts.hops.some(({ requestHeaders }) => requestHeaders !== null);
  const notes = { 'not-yet': said.notAsked, refused: said.refused, answered: said.asked };
  const because = reasonsProseFor(words.language).cookies;
  return (
    <>
      {uses.length === 0 && <p class="quiet">{isShown ? said.none : said.headersNotShown}</p>}
      {cookieGroups(uses).map((group) => (
        <CookieGroup
          key={`${group.hop} ${group.direction} ${group.because} ${group.otherwise}`}
          group={group}
          hop={facts.hops.length > 1 ? words.ui.detail.hop(group.hop + 1) : null}
          because={because}
          other={other}
          said={said}
          words={words}
        />
      ))}
      {ports !== null && <p>{ports}</p>}
      <p class="quiet">{notes[asked]}</p>
      {onAsk && asked !== 'answered' && (
        <button type="button" class="button ask-cookies" onClick={onAsk}>
          {said.ask}
        </button>
      )}
    </>
  );
}

/** The sentence of ports, where they are all that tells the request's origin from where it went. */
function portsApart({ origin, hops }: ExchangeFacts, said: DetailProse['cookies']): string | null {
  const from = origin === null ? null : parseUrl(origin);
  const to = parseUrl(hops.at(-1)?.url ?? '');
  if (!from || !to || from.hostname !== to.hostname || from.port === to.port) return null;
  return said.ports(from.host, to.host);
}
