/** The level of redaction of a report; see docs/redaction.md. */
export type Redaction = 'minimal' | 'readable' | 'everything';

/** The replacement for each kind of text in the facts of a recording. */
export interface RedactionRules {
  /** A URL, absolute or not. */
  url(text: string): string;
  path(text: string): string;
  /** A serialized origin. */
  origin(text: string): string;
  /** A host, or a value that a script assigns to document.domain. */
  domain(text: string): string;
  header(name: string, value: string): string;
  method(text: string): string;
  directive(text: string): string;
  cookieName(text: string): string;
  cookieValue(text: string): string;
  /** A cookie that a script writes. */
  cookie(text: string): string;
  /** The name of a function, an error or a property. */
  name(text: string): string;
  /** The name of a JSONP callback, as the script's URL contains it. */
  callback(text: string): string;
  /** Integrity metadata. */
  integrity(text: string): string;
  stackLine(text: string): string;
  /** The data of a message. */
  data(text: string): string;
  /** The source text of a script. */
  code(text: string): string;
  /** An origin that passes the check in a script, derived from the script's text. */
  example(text: string): string;
  /** Any other text: a title, a window's name, a channel's name, a storage key. */
  text(text: string): string;
  /** The error of a failed request. */
  error(text: string): string;
}
