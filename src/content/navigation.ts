/** The part of the Navigation API that is used; Safari-like browsers and opaque origins have none. */
interface Navigation extends EventTarget {
  readonly currentEntry: object | null;
}

export interface NavigateEvent extends Event {
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}

export const navigation = (): Navigation | null =>
  (window as unknown as { readonly navigation?: Navigation }).navigation ?? null;
