import { type FrameContext, startFrame } from './frame';

/**
 * Starts our script in a document as soon as the document exists. A frame's first, empty document is often
 * replaced at once, and preparing it costs the page as much as creating it. In such a document the script
 * starts when the page accesses the frame, or when the document stays. Until then it has the state of the
 * document around it.
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
