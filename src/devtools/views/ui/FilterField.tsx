import type { RefObject } from 'preact';

interface FilterFieldProps {
  text: string;
  field: RefObject<HTMLInputElement | null>;
  label: string;
  placeholder: string;
  meaning: string;
  onText(text: string): void;
}

/** Draws an input for the text filter. Escape clears it. */
export function FilterField({ text, field, label, placeholder, meaning, onText }: FilterFieldProps) {
  return (
    <input
      ref={field}
      class="filter"
      type="search"
      value={text}
      aria-label={label}
      placeholder={placeholder}
      title={meaning}
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
