import { useState } from 'preact/hooks';
import type { Words } from '../words';
import { Visible } from './Visible';

const longest = 300;

interface ValueProps {
  text: string;
  words: Words;
}

/** Draws an untrusted value as code. A long value is cut and has a button to show all of it. */
export function Value({ text, words: { ui } }: ValueProps) {
  const [isWhole, setWhole] = useState(false);
  if (text === '') return <em class="quiet">{ui.detail.empty}</em>;
  const isLong = text.length > longest;
  return (
    <code class="value">
      <Visible text={isLong && !isWhole ? `${text.slice(0, longest)}…` : text} />
      {isLong && (
        <button type="button" class="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? ui.detail.showLess : ui.detail.showAll(text.length)}
        </button>
      )}
    </code>
  );
}
