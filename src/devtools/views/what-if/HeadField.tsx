import type { WhatIfWords } from '../../../prose/what-if';
import '../ui/pasted-text.css';

interface HeadFieldProps {
  label: string;
  value: string;
  /** What an empty field means. */
  hint: string;
  placeholder: string;
  /** The numbers of the lines that are no headers. */
  left: readonly number[];
  words: WhatIfWords;
  onText(text: string): void;
}

const maxRows = 12;
const maxNumbers = 5;

/** Draws a field for headers, one per line, as high as its text. */
export function HeadField({ label, value, hint, placeholder, left, words, onText }: HeadFieldProps) {
  const rows = Math.min(maxRows, Math.max(2, value.split('\n').length));
  return (
    <label class="what-if-field">
      <span class="quiet">{label}</span>
      <textarea
        class="pasted-text"
        rows={rows}
        spellcheck={false}
        autocomplete="off"
        placeholder={placeholder}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {left.length > 0 && <span role="alert">{words.notHeaders(left.slice(0, maxNumbers).join(', '))}</span>}
      {value.trim() === '' && hint !== '' && <span class="quiet">{hint}</span>}
    </label>
  );
}
