import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { BrowserName } from '../../../engine';
import type { Verdict } from '../../../exchange/verdict/judge';
import type { KeptCookies } from '../../../protocol/cookies';
import type { ExchangeFacts, FrameFacts } from '../../../protocol/facts';
import type { PageEventFacts } from '../../../protocol/page-events';
import type { Entry } from '../../../recording/log/entries';
import { cookieHosts } from '../../../recording/requests/cookie-hosts';
import type { CookieAccess } from '../../session/cookie-access';
import { type CloserLook, closerLook } from '../../store/closer-look';
import type { Row } from '../../store/store';
import { useLater } from '../ui/use-later';

/** What a closer look at a request rests on. */
export interface Around {
  readonly entries: readonly Entry[];
  readonly frames: readonly FrameFacts[];
  readonly pageEvents: readonly PageEventFacts[];
  readonly browser: BrowserName;
  /** null where there is no browser to ask. */
  readonly cookies: (() => Promise<CookieAccess>) | null;
  rowOf(id: string): Row | null;
}

/** The closer look, and what comes of asking the browser for its cookies. */
export interface Looking {
  /** null until the public suffix list is there. */
  readonly look: CloserLook | null;
  readonly sites: typeof import('../../../engine/site') | null;
  /** Whether the browser said what it keeps; `refused`: the person did not want it to. */
  readonly asked: 'not-yet' | 'refused' | 'answered';
  /** Asks the person; at a click only. null as long as there is nobody to ask through. */
  readonly permit: (() => void) | null;
}

/** Once loaded, it is there at once for whatever is selected next. */
let known: Looking['sites'] = null;
const loadSites = async () => {
  known = await import('../../../engine/site');
  return known;
};
const nobody = () => Promise.reject<CookieAccess>(new Error('detail: nobody to ask for cookies'));

/** Looks closer at the request that is selected, and again when the recording or the cookies change. */
export function useCloserLook(facts: ExchangeFacts, verdict: Verdict, around: Around): Looking {
  const { entries, frames, browser, rowOf } = around;
  const sites = useLater(loadSites, known === null) ?? known;
  const cookies = useLater(around.cookies ?? nobody, around.cookies !== null);
  const [kept, setKept] = useState<KeptCookies | null>(null);
  const [isRefused, setRefused] = useState(false);

  const lookAgain = useCallback(() => {
    if (!cookies || !sites) return;
    cookies.kept(cookieHosts([facts], sites.registrableDomain)).then(setKept, console.error);
  }, [cookies, sites, facts]);
  useEffect(lookAgain, [lookAgain]);

  const look = useMemo(
    () => sites && closerLook(facts, verdict, { entries, frames, browser, sites, kept, rowOf }),
    [facts, verdict, entries, frames, browser, sites, kept, rowOf],
  );
  const permit =
    cookies &&
    (() => {
      cookies.permit().then((isGiven) => {
        setRefused(!isGiven);
        if (isGiven) lookAgain();
      }, console.error);
    });
  return { look, sites, asked: kept ? 'answered' : isRefused ? 'refused' : 'not-yet', permit };
}
