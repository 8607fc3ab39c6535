import type { FileRecording } from '../files/file-recording';
import type { Language } from '../prose';
import { cliWords } from '../prose/cli-words';
import { stackWords } from '../prose/stacks';
import type { PolicyFix } from '../recording/requests/policy-fix';
import { type StackId, stackNamed, stacks } from '../remedy/stacks';
import { writePolicy } from '../remedy/write-policy';
import { explainedFile } from './explained-file';
import { UsageError } from './usage-error';

/** What is written for which server. */
export interface FixOptions {
  /** The id of a stack; null: the one that responses name. */
  readonly stack: string | null;
  /** The origin of a server; null: all. */
  readonly server: string | null;
  readonly language: Language;
}

/**
 * Returns the smallest policies under which the blocked requests of a file pass, as configurations; empty if no policy
 * is the fix.
 *
 * @throws UsageError if the stack is not known, or not recognized and not named
 */
export function fixTexts(file: FileRecording, { stack, server, language }: FixOptions): readonly string[] {
  const { exchanges } = explainedFile(file);
  const found = new Map(
    [...exchanges].flatMap(({ policyFix }): readonly (readonly [string, PolicyFix])[] =>
      policyFix && policyFix.ofServer.count > 0 && (server ?? policyFix.server) === policyFix.server
        ? [[policyFix.server, policyFix]]
        : [],
    ),
  );
  return [...found.values()].map((fix) => textOf(fix, stack, language));
}

function textOf(fix: PolicyFix, asked: string | null, language: Language): string {
  const words = stackWords.in(language);
  const id = stackOf(fix, asked, cliWords.in(language).fix);
  const { policy, count } = fix.ofServer;
  const place = words.places[id];
  const { parts, place: where, leftOut } = writePolicy(id, policy, words.comments, place);
  return [
    `# ${words.intro(fix.server, count)} (${stacks[id].name})`,
    ...(where === null ? [] : [`# ${where}`]),
    ...parts.map(({ file, text }) => `# ${file}\n${text}`),
    ...(leftOut > 0 ? [`# ${words.unusual(leftOut)}`] : []),
  ].join('\n\n');
}

/** @throws UsageError if the stack is not known, or not recognized and not named */
function stackOf(
  { stack }: PolicyFix,
  asked: string | null,
  words: ReturnType<typeof cliWords.in>['fix'],
): StackId {
  const id = asked === null ? (stack?.id ?? null) : stackNamed(asked);
  if (id !== null) return id;
  throw new UsageError(
    `${asked === null ? words.chooseStack : `--stack ${asked}`}: ${Object.keys(stacks).join(', ')}`,
  );
}
