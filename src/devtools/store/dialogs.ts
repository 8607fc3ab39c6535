import { type ReadonlySignal, signal } from '@preact/signals';

/** What the dialog for what would be starts from: the request with that id, or pasted text, which may be empty. */
export type WhatIfSubject =
  | { readonly of: 'request'; readonly id: string }
  | { readonly of: 'text'; readonly text: string };

/** The dialogs that more than one view opens. null while they are closed. */
export interface Dialogs {
  /** The text in the dialog that explains console messages. */
  readonly consoleText: ReadonlySignal<string | null>;
  readonly whatIf: ReadonlySignal<WhatIfSubject | null>;
  setConsoleText(text: string | null): void;
  setWhatIf(subject: WhatIfSubject | null): void;
}

/** Returns the dialogs, all closed. */
export function openDialogs(): Dialogs {
  const consoleText = signal<string | null>(null);
  const whatIf = signal<WhatIfSubject | null>(null);
  return {
    consoleText,
    whatIf,
    setConsoleText(text) {
      consoleText.value = text;
    },
    setWhatIf(subject) {
      whatIf.value = subject;
    },
  };
}
