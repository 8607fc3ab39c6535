import { useCallback, useMemo } from 'preact/hooks';
import type { BrowserName } from '../../../engine';
import { cookieContext } from '../../../exchange/explained/cookie-context';
import { rejectsCookie } from '../../../exchange/explained/cookie-jar';
import { surroundingsIn } from '../../../exchange/explained/surroundings';
import type { FrameFacts } from '../../../protocol/facts';
import { setsCookies } from '../../../recording/requests/cookie-neighbours';
import type { Row } from '../../store/store';
import { useLater } from '../ui/use-later';

const loadSites = () => import('../../../engine/site');

/**
 * Returns whether the browser rejects a cookie of a row's responses. Loads the public suffix list once a row sets
 * a cookie; until then, none is rejected.
 */
export function useRejectsCookies(
  rows: readonly Row[],
  frames: readonly FrameFacts[],
  browser: BrowserName | null,
): (row: Row) => boolean {
  const sites = useLater(
    loadSites,
    rows.some(({ entry }) => setsCookies(entry.facts)),
  );
  const context = useMemo(
    // The embedder policies of documents do not matter to cookies.
    () => sites && browser && cookieContext(browser, sites, surroundingsIn([], frames)),
    [sites, browser, frames],
  );
  return useCallback(
    ({ entry: { facts }, verdict }: Row) =>
      context !== null && setsCookies(facts) && rejectsCookie({ facts, verdict }, context),
    [context],
  );
}
