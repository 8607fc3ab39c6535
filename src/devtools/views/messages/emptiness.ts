import { isRestrictedPage } from '../../../platform/restricted-pages';
import type { PanelStore } from '../../store/store';
import { type Emptiness, emptinessOf } from '../requests/emptiness';

/** Returns why the timeline is empty; null if it is not. */
export function messagesEmptiness(panel: PanelStore, shown: number, total: number): Emptiness | null {
  return emptinessOf({
    recording: panel.recording.value,
    isRecording: panel.isRecording.value,
    isRestricted: isRestrictedPage(panel.page.value.url),
    shown,
    total,
  });
}
