import type { CallSite } from '../protocol/page-events';
import { scriptUrl } from './call-site';
import { otherWindows } from './windows';

/**
 * Whether the innermost script of a stack trace certainly belongs to this document. Same-origin frames share
 * stack traces, so a script that another of them also loaded, or that no document is known to have loaded,
 * may belong to another document.
 */
export function isOwnScript({ stack }: CallSite): boolean {
  const url = stack[0] === undefined ? null : scriptUrl(stack[0]);
  if (url === null) return false;
  const documents = [...otherWindows()].flatMap((other) => documentOf(other) ?? []);
  return hasLoaded(document, url) && !documents.some((other) => hasLoaded(other, url));
}

/** The document of a same-origin window; null if the window is cross-origin. */
function documentOf(other: Window): Document | null {
  try {
    return other.document;
  } catch {
    return null;
  }
}

function hasLoaded(document: Document, url: string): boolean {
  if (withoutFragment(document.URL) === url) return true;
  for (const script of document.scripts) if (script.src === url) return true;
  return false;
}

/** A URL without its fragment. */
export function withoutFragment(url: string): string {
  return url.replace(/#.*/s, '');
}
