import type { CallSite } from '../protocol/page-events';
import { scriptUrl } from './call-site';
import { otherWindows } from './windows';

/**
 * Whether the innermost script of a stack is certainly this document's. Frames of one origin share their stacks:
 * what another of them loaded too, or nobody is known to have loaded, may be another's.
 */
export function isOwnScript({ stack }: CallSite): boolean {
  const url = stack[0] === undefined ? null : scriptUrl(stack[0]);
  if (url === null) return false;
  const documents = [...otherWindows()].flatMap((other) => documentOf(other) ?? []);
  return hasLoaded(document, url) && !documents.some((other) => hasLoaded(other, url));
}

/** The document of a window of our origin; null of another's. */
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

/** A URL up to its fragment. */
export function withoutFragment(url: string): string {
  return url.replace(/#.*/s, '');
}
