import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { TypedUrl } from '../../../channels/typed-url';
import type { OriginsProse } from '../../../prose/origins';
import { Visible } from '../ui/Visible';

interface UrlFieldProps {
  label: string;
  value: string;
  typed: TypedUrl;
  /** Whether the field gets the focus on mount. */
  hasFocus?: boolean;
  prose: OriginsProse;
  onValue(text: string): void;
}

/** Draws an input for a URL with its parsed origin or an error below. */
export function UrlField({ label, value, typed, hasFocus = false, prose, onValue }: UrlFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { notes, problems } = prose.tester;
  useLayoutEffect(() => {
    if (hasFocus) input.current?.focus({ preventScroll: true });
  }, [hasFocus]);
  return (
    <div class="url-field">
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="text"
        inputMode="url"
        value={value}
        placeholder="https://example.com"
        spellcheck={false}
        autocomplete="off"
        aria-invalid={typed.kind === 'wrong'}
        aria-describedby={`${id}-made`}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <output id={`${id}-made`} for={id} class={typed.kind === 'wrong' ? 'is-wrong' : 'quiet'}>
        {typed.kind === 'wrong' && problems[typed.problem]}
        {typed.kind === 'origin' && (
          <>
            <code>
              <Visible text={typed.origin} />
            </code>{' '}
            {typed.notes.map((note) => notes[note]).join(' ')}
          </>
        )}
      </output>
    </div>
  );
}
