import { Icon } from '../ui/Icon';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

/** A file that is being read. */
export interface FileProgress {
  readonly name: string;
  /** How much of it was read, from 0 to 1. */
  readonly share: number;
  stop(): void;
}

interface FileProgressStripProps {
  progress: FileProgress;
  words: Words;
  onStop(): void;
}

/** Draws how much of a file was read, and the button that stops the reading. */
export function FileProgressStrip({ progress: { name, share }, words, onStop }: FileProgressStripProps) {
  return (
    <div class="file-strip">
      <button type="button" class="button" onClick={onStop}>
        <Icon name="close" />
        {words.ui.file.stop}
      </button>
      <label>
        <Visible text={words.ui.file.reading(name)} /> <progress value={share} max={1} />
      </label>
    </div>
  );
}
