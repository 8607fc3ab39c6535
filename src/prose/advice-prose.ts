/** What the sentences of advice can name. Values are shown as they are: the caller bounds and shortens them. */
export type AdviceValues = Readonly<Record<string, string>>;

/** The sentences of one piece of advice. */
export interface AdviceProse {
  /** At most 80 characters, without values. */
  readonly title: string;
  /** What the recording shows, and what it means. */
  sentence(values: AdviceValues): string;
  /** What to change, and where. */
  remedy(values: AdviceValues): string;
}
