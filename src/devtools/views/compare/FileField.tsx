import { useRef, useState } from 'preact/hooks';
import type { Sites } from '../../../exchange/explained/cookie-context';
import { type ComparedFile, comparedFile } from '../../../files/compared-file';
import { maxFileLength, readFileText } from '../../../files/read-file';
import type { ComparisonWords } from '../../../prose/comparison';
import { Icon } from '../ui/Icon';
import { Visible } from '../ui/Visible';

interface FileFieldProps {
  words: ComparisonWords;
  /** The open file; null if there is none. */
  file: ComparedFile | null;
  sites: Sites;
  onRead(file: ComparedFile): void;
}

/** Draws the button that opens a report or HAR file, and what is known of the open file. */
export function FileField({ words, file, sites, onRead }: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<keyof ComparisonWords['problems'] | null>(null);
  const open = async (chosen: File) => {
    if (chosen.size > maxFileLength) return setProblem('too-large');
    const read = readFileText(chosen.name, await chosen.text());
    if ('code' in read) return setProblem(read.code);
    setProblem(null);
    onRead(comparedFile(read, sites));
  };
  return (
    <div class="compare-file">
      <button type="button" class="button" title={words.openHint} onClick={() => input.current?.click()}>
        <Icon name="export" />
        {words.open}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.har,application/json"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          // So that the same file can be chosen again after it was changed.
          const { currentTarget } = event;
          if (chosen) {
            open(chosen)
              .catch(() => setProblem('unreadable'))
              .finally(() => {
                currentTarget.value = '';
              });
          }
        }}
      />
      {file && (
        <span class="quiet">
          <Visible text={[file.name, file.browser].filter(Boolean).join(' · ')} />
        </span>
      )}
      {problem && <p role="alert">{words.problems[problem]}</p>}
      {!problem && file?.format === 'har' && <p class="quiet">{words.har}</p>}
      {!problem && file && file.redaction !== 'everything' && <p class="quiet">{words.replaced}</p>}
    </div>
  );
}
