import type { Language } from '../prose';
import { bounded } from '../prose/short-url';
import { type StackWords, stackWords } from '../prose/stacks';
import type { ExplainedExchange } from '../recording/requests/explain-exchanges';
import { codeBlock, escapeMarkdown, inlineCode } from './escape-markdown';
import type { ReportExchange } from './model';

const maxLength = 500;
const maxListed = 40;

/** Returns what to change, for the report. */
export function toFix(
  { policyFix, clientFixes }: ExplainedExchange,
  language: Language,
): ReportExchange['fix'] {
  const words = stackWords.in(language);
  const isSolved = policyFix !== null && policyFix.ofServer.count > 0;
  return {
    policy: isSolved ? toPolicy(policyFix) : null,
    changes: clientFixes.map(({ id, before, after, proof, next }) => ({
      id,
      sentence: words.client.fixes[id],
      before,
      after,
      proof,
      next,
    })),
  };
}

function toPolicy({
  server,
  ofServer: { policy, count },
}: NonNullable<ExplainedExchange['policyFix']>): ReportExchange['fix']['policy'] {
  const { origins, methods, requestHeaders, exposedHeaders, credentials, maxAgeSeconds } = policy;
  return {
    server,
    origins: origins === '*' ? ['*'] : origins,
    methods,
    requestHeaders,
    exposedHeaders,
    credentials,
    maxAgeSeconds,
    requests: count,
  };
}

/** Returns the changes of a page's code in Markdown, without a heading. */
export function changesMarkdown(
  changes: readonly Pick<ReportExchange['fix']['changes'][number], 'sentence' | 'before' | 'after'>[],
  { client }: StackWords,
): readonly string[] {
  const code = (text: string) => codeBlock('', bounded(text, maxLength).split('\n'));
  return changes.flatMap(({ sentence, before, after }) => [
    escapeMarkdown(sentence),
    code(before),
    `${client.after}:`,
    after === '' ? client.remove : code(after),
  ]);
}

/** Returns the policies of a report in Markdown, one for each server. */
export function policiesMarkdown(
  exchanges: readonly ReportExchange[],
  language: Language,
): readonly string[] {
  const words = stackWords.in(language);
  const byServer = new Map(
    exchanges.flatMap(({ fix: { policy } }) => (policy ? [[policy.server, policy]] : [])),
  );
  return [...byServer.values()].flatMap((policy) => [
    escapeMarkdown(words.intro(policy.server, policy.requests)),
    policyLines(policy, words),
  ]);
}

function policyLines(policy: NonNullable<ReportExchange['fix']['policy']>, words: StackWords): string {
  const { origins, methods, requestHeaders, exposedHeaders, credentials, maxAgeSeconds } = policy;
  const line = (name: string, values: readonly string[]) =>
    values.length === 0
      ? []
      : [
          `- Access-Control-${name}: ${values
            .slice(0, maxListed)
            .map((each) => inlineCode(bounded(each, maxLength)))
            .join(', ')}`,
        ];
  const isOneOf = origins.length > 1 || origins[0] !== '*';
  return [
    ...line('Allow-Origin', origins),
    ...(isOneOf ? [`- ${escapeMarkdown(words.comments.vary)} ${inlineCode('Vary: Origin')}`] : []),
    ...line('Allow-Credentials', credentials ? ['true'] : []),
    ...line('Allow-Methods', methods),
    ...line('Allow-Headers', requestHeaders),
    ...line('Expose-Headers', exposedHeaders),
    ...line('Max-Age', maxAgeSeconds === null ? [] : [String(maxAgeSeconds)]),
  ].join('\n');
}
