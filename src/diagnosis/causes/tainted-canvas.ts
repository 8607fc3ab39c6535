import type { Cause } from '../cause';

/** A script read a canvas with an image that was requested without CORS. */
export const taintedCanvas: Cause = {
  actor: 'front-end',
  match({ subject, frames }) {
    const { facts, verdict } = subject;
    const url = facts.hops[0]?.url ?? '';
    if (facts.kind !== 'image' || verdict.outcome !== 'opaque') return null;
    const read = frames
      .eventsOf('canvas-read')
      .find(
        ({ frame, images }) =>
          frame.frameId === facts.frameId &&
          images.some((image) => image.url === url && image.crossOrigin === null),
      );
    if (!read) return null;
    return {
      confidence: 'certain',
      evidence: [{ exchange: facts.id, hop: 0, kind: 'error', error: `${read.method}: SecurityError` }],
      values: { method: read.method },
    };
  },
};
