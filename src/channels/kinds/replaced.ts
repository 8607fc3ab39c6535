import type { CallSite, FrameRef } from '../../protocol/page-events';

/** What replaces each kind of text in page events, and in what else names frames and scripts. */
export interface TextRules {
  /** A URL, absolute or not. */
  url(text: string): string;
  path(text: string): string;
  /** A serialized origin. */
  origin(text: string): string;
  /** A host, or what a script assigns instead of one. */
  domain(text: string): string;
  /** A cookie as a script writes it. */
  cookie(text: string): string;
  /** The name of a function, an error or a property. */
  name(text: string): string;
  /** A function that a script of another origin calls, as the URL of that script names it. */
  callback(text: string): string;
  stackLine(text: string): string;
  /** The data of a message. */
  data(text: string): string;
  /** Any other text: a title, a window's name, a channel's, a key of a store. */
  text(text: string): string;
}

/** Replaces a text, or leaves null as it is. */
export function orNull(text: string | null, replaced: (text: string) => string): string | null {
  return text === null ? null : replaced(text);
}

/** A frame's name, replaced. */
export function redactFrameRef(frame: FrameRef, rules: Pick<TextRules, 'origin'>): FrameRef {
  return {
    frameId: frame.frameId,
    documentId: frame.documentId,
    origin: orNull(frame.origin, rules.origin),
  };
}

/** A place in the page's scripts, replaced. */
export function redactCallSite(site: CallSite | null, rules: Pick<TextRules, 'stackLine'>): CallSite | null {
  return site && { stack: site.stack.map(rules.stackLine) };
}
