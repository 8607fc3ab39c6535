import type { TextRules } from '../../channels/kinds/replaced';

/** The level of redaction of a report; see docs/redaction.md. */
export type Redaction = 'minimal' | 'readable' | 'everything';

/** The replacement for each kind of text in the facts of a recording. */
export interface RedactionRules extends TextRules {
  header(name: string, value: string): string;
  method(text: string): string;
  directive(text: string): string;
  cookieName(text: string): string;
  cookieValue(text: string): string;
  /** Integrity metadata. */
  integrity(text: string): string;
  /** The source text of a script. */
  code(text: string): string;
  /** An origin that passes the check in a script, derived from the script's text. */
  example(text: string): string;
  /** The error of a failed request. */
  error(text: string): string;
}
