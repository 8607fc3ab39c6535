import type { UiProse } from '../../../prose/ui';
import type { Recording } from '../../../recording/log/log';

/** A limit of the recording. */
export interface StatusItem {
  readonly text: string;
  readonly meaning: string | null;
  readonly isWarning: boolean;
  /** The label of a button that removes the limit. */
  readonly remedy: string | null;
}

/** Returns the current limits of the recording, the most serious first. */
export function statusItems(
  recording: Recording,
  isRecording: boolean,
  status: UiProse['status'],
): readonly StatusItem[] {
  const { browser, hostPermission, gone, cutOff, stops, dropped, startedBefore, sawNavigation } = recording;
  const { droppedWorkerRequests: withheld } = recording;
  const item = (
    text: string,
    isWarning: boolean,
    meaning: string | null = null,
    remedy: string | null = null,
  ) => [{ text, meaning, isWarning, remedy }];
  if (browser === null) return item(status.connecting, false);
  return [
    ...(hostPermission
      ? []
      : item(status.noHostPermission, true, status.noHostPermissionMeaning, status.givePermission)),
    ...(cutOff ? item(status.cutOff, true, status.cutOffMeaning) : []),
    ...(gone ? item(status.gone, true) : []),
    ...(isRecording ? [] : item(status.paused, true)),
    ...(stops > 0 ? item(status.stops(stops), true, status.stopsMeaning) : []),
    ...(dropped > 0 ? item(status.dropped(dropped), true) : []),
    ...(withheld > 0 ? item(status.withheld(withheld), true, status.withheldMeaning) : []),
    ...(startedBefore > 0
      ? item(status.startedBefore(startedBefore), false)
      : sawNavigation
        ? []
        : item(status.afterLoad, false)),
  ];
}
