/** The part of the Navigation API that we use. Opaque origins and some browsers lack it. */
interface Navigation extends EventTarget {
  readonly currentEntry: object | null;
}

export interface NavigateEvent extends Event {
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}

export const navigation = (): Navigation | null =>
  (window as unknown as { readonly navigation?: Navigation }).navigation ?? null;
