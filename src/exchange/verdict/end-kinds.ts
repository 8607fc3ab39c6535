import type { Evidence, FindingCode } from '../../engine';
import type { Candidate } from './verdict';

/**
 * How an exchange ended according to the browser's events, before the rules of Fetch are applied. `isComputed`: the
 * events do not show it; a rule for them, or an option of the page's call, does.
 */
export type ObservedEnd =
  | { readonly kind: 'running' }
  /** It reached the page, so all earlier checks passed. `cutShort`: its body is incomplete. */
  | { readonly kind: 'delivered'; readonly cutShort: boolean; readonly isComputed?: true }
  /** A check failed, and the headers show which; `otherwise` lists the candidates if they do not. */
  | {
      readonly kind: 'refused';
      readonly on: 'preflight' | 'response';
      readonly otherwise: readonly Candidate[];
      readonly isComputed?: true;
    }
  /** The browser's error names the reason. */
  | {
      readonly kind: 'failed';
      readonly code: FindingCode;
      readonly error: string | null;
      /** The place of the failure, if it is not the response. */
      readonly on?: 'preflight' | 'request';
      readonly evidence?: Evidence;
      readonly isComputed?: true;
    }
  /** A preflight had a response; whether the request was sent is not shown. */
  | { readonly kind: 'unanswered' }
  /**
   * A redirect was not followed, because of its redirect mode or the CORS check; events do not show whether
   * it failed.
   */
  | { readonly kind: 'unfollowed'; readonly codes?: readonly Candidate[] }
  /** Several causes produce the same events. */
  | {
      readonly kind: 'one-of';
      readonly codes: readonly Candidate[];
      readonly error: string | null;
      readonly evidence?: Evidence;
    }
  /**
   * It ended, but the events do not show whether the page received it, as with a document's requests in
   * Firefox.
   */
  | { readonly kind: 'silent' };
