import { useRef } from 'preact/hooks';
import { ToolButton } from '../ui/ToolButton';
import type { Words } from '../words';

interface ImportButtonProps {
  words: Words;
  onFile(file: File): void;
}

/** Draws the button that opens a file of the user. */
export function ImportButton({ words, onFile }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ToolButton icon="import" label={words.ui.file.open} onPress={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        class="import-file"
        accept=".har,.json,.txt,.http,application/json,text/plain"
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) onFile(chosen);
          // So that the same file can be chosen again after it was changed.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
