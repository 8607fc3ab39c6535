/** How much a report leaves out; see docs/redaction.md. */
export type Redaction = 'minimal' | 'readable' | 'everything';

/** What stands in place of each kind of text in the facts of a recording. */
export interface RedactionRules {
  /** A URL, absolute or not. */
  url(text: string): string;
  path(text: string): string;
  /** A serialized origin. */
  origin(text: string): string;
  /** A host, or what a script assigns in its place. */
  domain(text: string): string;
  header(name: string, value: string): string;
  method(text: string): string;
  directive(text: string): string;
  cookieName(text: string): string;
  cookieValue(text: string): string;
  /** A cookie as a script writes it. */
  cookie(text: string): string;
  /** What a function, an error or a property is called. */
  name(text: string): string;
  /** A function that a script of another origin calls, as the URL of that script names it. */
  callback(text: string): string;
  /** Integrity metadata. */
  integrity(text: string): string;
  stackLine(text: string): string;
  /** What a message held. */
  data(text: string): string;
  /** A script as it is written. */
  code(text: string): string;
  /** An origin that gets past the check in a script: it is made from what stands there. */
  example(text: string): string;
  /** Any other text: a title, a window's name, a channel's, a key of a store. */
  text(text: string): string;
  /** How a request failed. */
  error(text: string): string;
}
