/** The fields of a message event whose reads are handed over as bits, from the lowest. */
export const eventFields = ['data', 'origin', 'source'] as const;

/** A field of a message event that matters to a listener that checks the sender. */
export type EventField = (typeof eventFields)[number];

/** How much of a value is kept, in characters. */
export const maxNamePreview = 1_024;
export const maxDataPreview = 2_048;
export const maxFrames = 20;
/**
 * How long the source text of a listener may be. A longer one is sent with one character more, which shows
 * that it was cut.
 */
export const maxListenerText = 65_536;
/** How much of the texts of all listeners a document sends. */
export const maxTexts = 8 * maxListenerText;
