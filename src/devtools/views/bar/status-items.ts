import type { UiProse } from '../../../prose/ui';
import type { Recording } from '../../../recording/log/log';

/** Something that limits what is shown. */
export interface StatusItem {
  readonly text: string;
  readonly meaning: string | null;
  readonly isWarning: boolean;
  /** What can be done about it, in a word on a button. */
  readonly remedy: string | null;
}

/** What limits the recording as it stands, the gravest first. */
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
