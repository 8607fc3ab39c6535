import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

/** The file that the panel shows in place of the recording. */
export interface ShownFile {
  readonly name: string;
  /** Its name, its format, and what wrote it. */
  readonly title: string;
  /** How it is judged, and what it does not show. */
  readonly notes: readonly string[];
}

interface FileStripProps {
  file: ShownFile;
  words: Words;
  onClose(): void;
}

/** Draws what is known of the open file, and the way back. */
export function FileStrip({ file, words, onClose }: FileStripProps) {
  const button = useRef<HTMLButtonElement>(null);
  // The whole panel was drawn again, so the focus was lost.
  useEffect(() => button.current?.focus(), []);
  return (
    <section class="file-strip" aria-label={file.name}>
      <button type="button" class="button" ref={button} onClick={onClose}>
        <Icon name="close" />
        {words.ui.file.close}
      </button>
      <div>
        <Visible text={file.title} />
        <details>
          <summary class="quiet">{words.ui.file.notes}</summary>
          {file.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </details>
      </div>
    </section>
  );
}
