import type { OpenerPolicyValue } from '../engine';
import { type Row, words, wordsRow } from './kinds/kind';
import type { OpenerDetails, SeveredBecause } from './opener-details';

/** The texts about the link between a window and its opener. */
export interface OpenerWords {
  readonly hasOpener: string;
  readonly yes: string;
  readonly no: string;
  readonly why: string;
  readonly because: Readonly<Record<SeveredBecause, string>>;
  readonly severed: string;
  readonly openedPolicy: string;
  readonly openerPolicy: string;
  readonly beforePolicy: string;
  readonly policies: Readonly<Record<OpenerPolicyValue, string>>;
  readonly policyUnknown: string;
}

/** Returns the rows that show whether a document has an opener, why not, and by which policies. */
export function openerRows(
  { because, openedPolicy, openerPolicy, isFirst }: Omit<OpenerDetails, 'exchange'>,
  texts: OpenerWords,
): readonly Row[] {
  const policy = (value: OpenerPolicyValue | null) =>
    value === null ? texts.policyUnknown : texts.policies[value];
  return [
    { label: texts.hasOpener, parts: [{ type: 'code', text: because === null ? texts.yes : texts.no }] },
    ...(because === null
      ? []
      : [
          {
            label: texts.why,
            parts: [
              { type: 'line', parts: [words(texts.because[because])] } as const,
              { type: 'aside', parts: [words(texts.severed)] } as const,
            ],
          },
        ]),
    wordsRow(texts.openedPolicy, policy(openedPolicy)),
    wordsRow(isFirst ? texts.openerPolicy : texts.beforePolicy, policy(openerPolicy)),
  ];
}
