import type { BrowserName } from '../../../engine';
import type { Sites } from '../../../exchange/explained/cookie-context';
import type { ExplainableRecording } from '../../../recording/requests/explain-exchanges';
import type { RecordingConditions } from '../../../recording/requests/page-side';
import type { CookieAccess } from '../../session/cookie-access';
import type { PanelStore, Row } from '../../store/store';

/** The recording around the selected request, and access to the browser's cookies. */
export interface Around extends Omit<ExplainableRecording, 'storedCookies'> {
  /** null if there is no browser. */
  readonly cookies: (() => Promise<CookieAccess>) | null;
  rowOf(id: string): Row | null;
}

/** Returns the current recording around any request of a panel. */
export function aroundOf(
  store: PanelStore,
  browser: BrowserName,
  sites: Sites,
  cookies: Around['cookies'],
): Around {
  const { exchanges, answers, page, pageEvents, lookup, verdictOf, sinceReload, rowOf } = store;
  return {
    exchanges: exchanges.value,
    answers: answers.value,
    frames: page.value.frames,
    pageEvents: pageEvents.value,
    browser,
    cookies,
    listening: listeningOf(store),
    sites,
    lookup,
    verdictOf,
    sinceReload,
    rowOf,
  };
}

/** Returns how the recording of a panel is set up. */
export function listeningOf({ recording, settings }: PanelStore): RecordingConditions {
  return { sawNavigation: recording.value.sawNavigation, pageWorld: settings.value.pageWorld };
}
