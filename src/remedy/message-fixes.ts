import { literal } from './client-fix';

/** Returns the check with which a listener takes messages of one sender alone; null for no known origin. */
export function senderCheck(sender: string | null): string | null {
  if (sender === null || sender === '') return null;
  // Every sandboxed frame has the origin null, so only the window tells one from another.
  if (sender === 'null') return 'if (event.source !== frame.contentWindow) return;';
  return `if (event.origin !== ${literal(sender)}) return;`;
}

/** Returns a call of postMessage() with the exact origin of its receiver; null if that cannot be named. */
export function exactTarget(receiver: string | null): string | null {
  return receiver === null || receiver === 'null' || receiver === ''
    ? null
    : `postMessage(data, ${literal(receiver)})`;
}
