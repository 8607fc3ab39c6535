import type { CallSite, FrameRef } from '../../protocol/page-events';

/** The replacement function for each kind of text in page events, frame names and call sites. */
export interface TextRules {
  /** A URL, absolute or not. */
  url(text: string): string;
  path(text: string): string;
  /** A serialized origin. */
  origin(text: string): string;
  /** A host, or another text that a script assigns instead. */
  domain(text: string): string;
  /** A cookie in the form in which a script writes it. */
  cookie(text: string): string;
  /** The name of a function, an error or a property. */
  name(text: string): string;
  /** The name of a JSONP callback, as in the script's URL. */
  callback(text: string): string;
  stackLine(text: string): string;
  /** The data of a message. */
  data(text: string): string;
  /** Any other text: a title, the name of a window or channel, a storage key. */
  text(text: string): string;
}

/** Replaces a text; returns null for null. */
export function orNull(text: string | null, replaced: (text: string) => string): string | null {
  return text === null ? null : replaced(text);
}

/** Returns a frame reference, redacted. */
export function redactFrameRef(frame: FrameRef, rules: Pick<TextRules, 'origin'>): FrameRef {
  return {
    frameId: frame.frameId,
    documentId: frame.documentId,
    origin: orNull(frame.origin, rules.origin),
  };
}

/** Returns a call site, redacted. */
export function redactCallSite(site: CallSite | null, rules: Pick<TextRules, 'stackLine'>): CallSite | null {
  return site && { stack: site.stack.map(rules.stackLine) };
}
