import type { ReportProse } from '../../../prose/report-prose';
import { visibleText } from '../../../prose/visible-text';
import { placeholderPattern } from '../../../recording/redaction/placeholder-pattern';
import type { useWritten } from './use-written';

interface PreviewProps {
  written: ReturnType<typeof useWritten>;
  /** Whether placeholders are highlighted. */
  isMarked: boolean;
  said: ReportProse['dialog'];
}

/** Draws the first lines of the exported text, and its size. */
export function Preview({ written, isMarked, said }: PreviewProps) {
  const isReady = written !== null && 'content' in written;
  const state = written === null ? said.preparing : isReady ? '' : said.failed(written.error);
  return (
    <div class="export-preview">
      <h3 id="export-preview">
        {said.preview}
        {isReady && (
          <span class="quiet export-size">
            {said.size(written.content.size, written.lines, written.preview.length)}
            {isMarked && said.marked}
          </span>
        )}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard */}
      <section class="export-text" aria-labelledby="export-preview" tabIndex={0}>
        <pre aria-busy={written === null}>
          {isReady ? marked(written.preview.map(visibleText).join('\n'), isMarked) : state}
        </pre>
      </section>
    </div>
  );
}

/** Returns a text with its placeholders highlighted. */
function marked(text: string, isMarked: boolean) {
  if (!isMarked) return text;
  const found = text.match(placeholderPattern) ?? [];
  return text.split(placeholderPattern).flatMap((part, index) => {
    const placeholder = found[index];
    return placeholder === undefined ? [part] : [part, <mark key={index}>{placeholder}</mark>];
  });
}
