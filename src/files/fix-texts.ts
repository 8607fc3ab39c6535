import { registrableDomain, relationOf } from '../engine/site';
import type { Language } from '../prose';
import { cliWords } from '../prose/cli-words';
import { stackWords } from '../prose/stacks';
import type { PolicyFix } from '../recording/requests/policy-fix';
import { type StackId, stackNamed, stacks } from '../remedy/stacks';
import { writePolicy } from '../remedy/write-policy';
import { explainedFile } from './explained-file';
import type { FileRecording } from './file-recording';

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
 * is the fix. Or says that the stack is not known, or not recognized and not named.
 */
export function fixTexts(
  file: FileRecording,
  { stack, server, language }: FixOptions,
): readonly string[] | { readonly problem: string } {
  const { exchanges } = explainedFile(file, { sites: { relationOf, registrableDomain } });
  const found = new Map(
    [...exchanges].flatMap(({ policyFix }): readonly (readonly [string, PolicyFix])[] =>
      policyFix && policyFix.ofServer.count > 0 && (server ?? policyFix.server) === policyFix.server
        ? [[policyFix.server, policyFix]]
        : [],
    ),
  );
  const texts: string[] = [];
  for (const fix of found.values()) {
    const id = stack === null ? (fix.stack?.id ?? null) : stackNamed(stack);
    if (id === null) return { problem: stackProblem(stack, language) };
    texts.push(textOf(fix, id, language));
  }
  return texts;
}

function stackProblem(asked: string | null, language: Language): string {
  const words = cliWords.in(language).fix;
  const said = asked === null ? words.chooseStack : words.unknownStack(asked);
  return `${said}: ${Object.keys(stacks).join(', ')}`;
}

function textOf({ server, ofServer: { policy, count } }: PolicyFix, id: StackId, language: Language): string {
  const words = stackWords.in(language);
  const { parts, place, leftOut } = writePolicy(id, policy, words.comments, words.places[id]);
  return [
    `# ${words.intro(server, count)} (${stacks[id].name})`,
    ...(place === null ? [] : [`# ${place}`]),
    ...parts.map(({ file, text }) => `# ${file}\n${text}`),
    ...(leftOut > 0 ? [`# ${words.unusual(leftOut)}`] : []),
  ].join('\n\n');
}
