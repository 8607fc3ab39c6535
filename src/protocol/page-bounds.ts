/** What of a message event is handed over as bits, from the lowest. */
export const eventFields = ['data', 'origin', 'source'] as const;

/** A field of a message event that matters to a listener that checks the sender. */
export type EventField = (typeof eventFields)[number];

/** How much of a value is kept. */
export const maxNamePreview = 1_024;
export const maxDataPreview = 2_048;
export const maxFrames = 20;
/** How long a listener's text may be; of a longer one there is one character more, so that it is known as such. */
export const maxListenerText = 65_536;
/** How much of all listeners' texts a document tells. */
export const maxTexts = 8 * maxListenerText;
