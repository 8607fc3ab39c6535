import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { StoredCookies } from '../../../protocol/cookies';
import type { ExchangeFacts } from '../../../protocol/facts';
import { cookieHosts } from '../../../recording/requests/cookie-hosts';
import { type ExplainedExchange, explainExchanges } from '../../../recording/requests/explain-exchanges';
import type { CookieAccess } from '../../session/cookie-access';
import { useLater } from '../ui/use-later';
import type { Around } from './around';

/** The explanation of a request and the state of access to the browser's cookies. */
export interface Looking {
  readonly explained: ExplainedExchange;
  /** Whether the stored cookies were read; `refused`: the user denied access. */
  readonly asked: 'not-yet' | 'refused' | 'answered';
  /** Requests the permission; call it only in a click handler. null while that is not possible. */
  readonly permit: (() => void) | null;
}

const unavailable = () => Promise.reject<CookieAccess>(new Error('detail: no way to ask for cookies'));

/**
 * Returns the explanation of the selected request. Updates when the recording or the stored cookies change.
 */
export function useExplained(facts: ExchangeFacts, around: Around): Looking {
  const { exchanges, frames, pageEvents, browser, listening, sites } = around;
  const { answers, lookup, verdictOf, sinceReload } = around;
  const cookies = useLater(around.cookies ?? unavailable, around.cookies !== null);
  const [storedCookies, setKept] = useState<StoredCookies | null>(null);
  const [isRefused, setRefused] = useState(false);

  const lookAgain = useCallback(() => {
    if (!cookies) return;
    cookies.kept(cookieHosts([facts], sites.registrableDomain)).then(setKept, console.error);
  }, [cookies, sites, facts]);
  useEffect(lookAgain, [lookAgain]);

  const { sawNavigation, pageWorld } = listening;
  const [explained] = useMemo(() => {
    const recording = { exchanges, frames, pageEvents, browser, storedCookies, sites, lookup, verdictOf };
    const listening = { sawNavigation, pageWorld };
    return explainExchanges([facts], { ...recording, ...(answers && { answers }), sinceReload, listening });
  }, [
    ...[facts, exchanges, frames, pageEvents, browser, storedCookies, sites, lookup, verdictOf, sinceReload],
    ...[answers, sawNavigation, pageWorld],
  ]);
  if (!explained) throw new Error(`detail: no explanation of "${facts.id}"`);
  const permit =
    cookies &&
    (() => {
      cookies.permit().then((isGiven) => {
        setRefused(!isGiven);
        if (isGiven) lookAgain();
      }, console.error);
    });
  return { explained, asked: storedCookies ? 'answered' : isRefused ? 'refused' : 'not-yet', permit };
}
