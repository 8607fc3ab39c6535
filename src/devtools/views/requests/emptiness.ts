import type { Recording } from '../../../recording/log/log';

/** The reason why no rows are shown. */
export type Emptiness = 'connecting' | 'recording' | 'filtered' | 'paused' | 'gone' | 'restricted';

interface Shown {
  readonly recording: Pick<Recording, 'browser' | 'gone'>;
  readonly isRecording: boolean;
  /** Whether extensions cannot access the page. */
  readonly isRestricted: boolean;
  readonly shown: number;
  readonly total: number;
}

/** Returns why the table is empty; null if it is not. */
export function emptinessOf({ recording, isRecording, isRestricted, shown, total }: Shown): Emptiness | null {
  if (recording.browser === null) return 'connecting';
  if (shown > 0) return null;
  if (total > 0) return 'filtered';
  if (recording.gone) return 'gone';
  if (isRestricted) return 'restricted';
  return isRecording ? 'recording' : 'paused';
}
