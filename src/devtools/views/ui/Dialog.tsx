import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ToolButton } from './ToolButton';
import './dialog.css';

interface DialogProps {
  /** The class of its contents, and the id of its title with `-title`. */
  name: string;
  title: string;
  closeLabel: string;
  onClose(): void;
  children: ComponentChildren;
}

/** Draws a modal dialog with a title and a button that closes it. */
export function Dialog({ name, title, closeLabel, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = `${name}-title`;
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${name}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={(event) => {
        // Keep keys from the panel's and DevTools' own shortcuts.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        dialog.current?.close();
      }}
    >
      <header class="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <ToolButton icon="close" label={closeLabel} onPress={() => dialog.current?.close()} />
      </header>
      {children}
    </dialog>
  );
}
