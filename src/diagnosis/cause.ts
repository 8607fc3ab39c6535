import type { DiagnosisContext } from './context';

/** All who can have to change something. */
export const actors = [
  'front-end',
  'api',
  'proxy',
  'cdn',
  'identity-provider',
  'platform',
  'browser-extension',
  'page-policy',
  'network',
] as const;

/** Who has to change something. */
export type Actor = (typeof actors)[number];

/** `certain`: the facts allow no other cause; `likely`: they fit no other known cause; `possible`: others fit too. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** A recorded fact that a cause rests on, with the exchange and the hop that it is from. */
export type CauseEvidence = {
  readonly exchange: string;
  readonly hop: number;
  /** It is from what the user pasted as the answer to a question about that exchange. */
  readonly isPasted?: true;
} & (
  | { readonly kind: 'status'; readonly status: number }
  | {
      readonly kind: 'header';
      readonly on: 'request' | 'response';
      readonly name: string;
      /** null if it is missing. */
      readonly value: string | null;
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'error'; readonly error: string }
);

/** What a cause found in the recording. */
export interface CauseMatch {
  readonly confidence: Confidence;
  readonly evidence: readonly CauseEvidence[];
  /** Values for its sentences, such as the name of a header. */
  readonly values?: Readonly<Record<string, string>>;
}

/** A root cause: who can remove it, and how the recording shows it. Its code is the key in the table of causes. */
export interface Cause {
  readonly actor: Actor;
  /** The codes of more general causes, which are not shown beside it. */
  readonly covers?: readonly string[];
  /** It says what else happened, so it comes after the causes that say why. */
  readonly isBeside?: true;
  /** Returns null if the recording lacks the evidence. */
  match(context: DiagnosisContext): CauseMatch | null;
}
