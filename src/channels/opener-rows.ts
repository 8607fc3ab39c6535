import type { OpenerPolicyValue } from '../engine';
import { type Row, words, wordsRow } from './kinds/kind';
import type { OpenerDetails, SeveredBecause } from './opener-details';

/** The words for the link between a window and its opener. */
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

/** Whether a document knows its opener, why not, and by which policies. */
export function openerRows(
  { because, openedPolicy, openerPolicy, isFirst }: Omit<OpenerDetails, 'exchange'>,
  said: OpenerWords,
): readonly Row[] {
  const policy = (value: OpenerPolicyValue | null) =>
    value === null ? said.policyUnknown : said.policies[value];
  return [
    { label: said.hasOpener, parts: [{ type: 'code', text: because === null ? said.yes : said.no }] },
    ...(because === null
      ? []
      : [
          {
            label: said.why,
            parts: [
              { type: 'line', parts: [words(said.because[because])] } as const,
              { type: 'aside', parts: [words(said.severed)] } as const,
            ],
          },
        ]),
    wordsRow(said.openedPolicy, policy(openedPolicy)),
    wordsRow(isFirst ? said.openerPolicy : said.beforePolicy, policy(openerPolicy)),
  ];
}
