import type { RefObject } from 'preact';
import type { Words } from '../words';

interface FilterFieldProps {
  text: string;
  field: RefObject<HTMLInputElement | null>;
  words: Words;
  onText(text: string): void;
}

/** Where the words are typed that a row must have. Escape empties it. */
export function FilterField({ text, field, words: { ui }, onText }: FilterFieldProps) {
  return (
    <input
      ref={field}
      class="filter"
      type="search"
      value={text}
      aria-label={ui.bar.filter}
      placeholder={ui.bar.filterPlaceholder}
      title={ui.bar.filterMeaning}
      spellcheck={false}
      autocomplete="off"
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        if (text === '') event.currentTarget.blur();
        else onText('');
      }}
    />
  );
}
