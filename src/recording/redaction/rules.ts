import type { TextRules } from '../../channels/kinds/replaced';

/** How much a report leaves out; see docs/redaction.md. */
export type Redaction = 'minimal' | 'readable' | 'everything';

/** What stands in place of each kind of text in the facts of a recording. */
export interface RedactionRules extends TextRules {
  header(name: string, value: string): string;
  method(text: string): string;
  directive(text: string): string;
  cookieName(text: string): string;
  cookieValue(text: string): string;
  /** Integrity metadata. */
  integrity(text: string): string;
  /** A script as it is written. */
  code(text: string): string;
  /** An origin that gets past the check in a script: it is made from what stands there. */
  example(text: string): string;
  /** How a request failed. */
  error(text: string): string;
}
