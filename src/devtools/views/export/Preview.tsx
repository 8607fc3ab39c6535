import type { ReportProse } from '../../../prose/report-prose';
import { visibleText } from '../../../prose/visible-text';
import type { useWritten } from './use-written';

interface PreviewProps {
  written: ReturnType<typeof useWritten>;
  said: ReportProse['dialog'];
}

/** The first lines of what leaves, as text, and how much it is. */
export function Preview({ written, said }: PreviewProps) {
  const isReady = written !== null && 'pieces' in written;
  const state = written === null ? said.preparing : isReady ? '' : said.failed(written.error);
  return (
    <div class="export-preview">
      <h3 id="export-preview">
        {said.preview}
        {isReady && (
          <span class="quiet export-size">
            {said.size(written.bytes, written.lines, written.preview.length)}
          </span>
        )}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key */}
      <section class="export-text" aria-labelledby="export-preview" tabIndex={0}>
        <pre aria-busy={written === null}>
          {isReady ? written.preview.map(visibleText).join('\n') : state}
        </pre>
      </section>
    </div>
  );
}
