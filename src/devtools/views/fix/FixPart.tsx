import type { StackWords } from '../../../prose/stacks';
import type { StackPart } from '../../../remedy/stack';
import { saveFile } from '../../session/save-file';

interface FixPartProps {
  part: StackPart;
  words: StackWords;
  onCopy(text: string, what: string): void;
}

/** Draws a text to paste into a file, to copy or to save. */
export function FixPart({ part: { file, text }, words, onCopy }: FixPartProps) {
  return (
    <div class="fix-part">
      <div class="fix-part-head">
        <code>{file}</code>
        <button type="button" class="button" onClick={() => onCopy(text, words.title)}>
          {words.copy}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => saveFile(fileName(file), new Blob([`${text}\n`], { type: 'text/plain' }))}
        >
          {words.download}
        </button>
      </div>
      <pre class="code-block">
        <code>{text}</code>
      </pre>
    </div>
  );
}

/** A name for a download: the last part of a path, or a plain one for a place in a file. */
function fileName(file: string): string {
  const [name = ''] = /[\w.-]+$/.exec(file) ?? [];
  return name === '' ? 'policy.conf' : name.includes('.') ? name : `${name}.conf`;
}
