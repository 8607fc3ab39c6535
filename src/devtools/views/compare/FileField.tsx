import { useRef, useState } from 'preact/hooks';
import type { Sites } from '../../../exchange/explained/cookie-context';
import { type ComparedFile, comparedFile } from '../../../files/compared-file';
import { fileSource } from '../../../files/file-source';
import { problemText } from '../../../files/problem-text';
import { readFile } from '../../../files/read-file';
import type { Language } from '../../../prose';
import { cliWords } from '../../../prose/cli-words';
import type { ComparisonWords } from '../../../prose/comparison';
import { Icon } from '../ui/Icon';
import { Visible } from '../ui/Visible';

interface FileFieldProps {
  words: ComparisonWords;
  language: Language;
  /** The open file; null if there is none. */
  file: ComparedFile | null;
  sites: Sites;
  onRead(file: ComparedFile): void;
}

/** Draws the button that opens a report or HAR file, and what is known of the open file. */
export function FileField({ words, language, file, sites, onRead }: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (chosen: File) => {
    const { problems } = await cliWords.load(language);
    const read = await readFile(fileSource(chosen));
    if ('code' in read) return setProblem(`${chosen.name}: ${problemText(read, problems)}`);
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
              .catch(() => setProblem(words.unreadable))
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
      {problem && (
        <p role="alert">
          <Visible text={problem} />
        </p>
      )}
      {!problem && file?.format === 'har' && <p class="quiet">{words.har}</p>}
      {!problem && file && file.redaction !== 'everything' && <p class="quiet">{words.replaced}</p>}
    </div>
  );
}
