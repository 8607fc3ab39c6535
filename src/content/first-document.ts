import { type FrameContext, startFrame } from './frame';

/**
 * Starts in a document, at its first moment. A frame's first, empty document is often gone in a moment, and to prepare
 * one costs the page as much as to make it: there it starts when the page reaches for the frame, or when it stays.
 * Until then it does as the document around it was told.
 */
export function startDocument(context: Omit<FrameContext, 'around'>): void {
  const { doors } = context;
  const isFirst = window !== window.top && location.href === 'about:blank' && window.name === '';
  const told = isFirst ? doors.stateAround() : null;
  if (!told) {
    startFrame({ ...context, around: null });
    return;
  }
  let ask: (() => void) | null = null;
  const begin = () => {
    ask ??= startFrame({ ...context, around: doors.stateAround() ?? told });
  };
  doors.putOff(() => {
    begin();
    ask?.();
  });
  doors.serve({
    get state() {
      return doors.stateAround();
    },
    enter: begin,
  });
}
