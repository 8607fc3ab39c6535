import { registrableDomain, relationOf } from '../../engine/site';
import { cliWords } from '../../prose/cli-words';
import { stackWords } from '../../prose/stacks';
import { explainRecording } from '../../recording/explain-recording';
import { redactRecording } from '../../recording/redaction/redact';
import type { PolicyFix } from '../../recording/requests/policy-fix';
import { type StackId, stackNamed, stacks } from '../../remedy/stacks';
import { writePolicy } from '../../remedy/write-policy';
import { type Command, textOption } from '../command';
import { readInput } from '../input';
import { inert } from '../terminal';
import { UsageError } from '../usage-error';

/** Prints the smallest policies under which the blocked requests of a file pass, for a server or framework. */
export const fix: Command = {
  options: { stack: { type: 'string' }, server: { type: 'string' } },
  async run(call) {
    const { positionals, language, output } = call;
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new UsageError('corscope fix FILE --stack NAME');
    const words = cliWords.in(language).fix;
    const file = readInput(path, language);
    const left = redactRecording(
      { ...file, audit: null, stars: [], storedCookies: null },
      file.redaction === 'everything' ? 'readable' : 'everything',
    );
    const { exchanges } = explainRecording(left, {
      browser: file.browser?.name ?? 'chrome',
      listening: { sawNavigation: file.sawNavigation, pageWorld: false },
      sites: { relationOf, registrableDomain },
      sinceReload: () => null,
    });
    const wanted = textOption(call, 'server');
    const found = new Map(
      exchanges.flatMap(({ policyFix }): readonly (readonly [string, PolicyFix])[] =>
        policyFix && policyFix.ofServer.count > 0 && (wanted ?? policyFix.server) === policyFix.server
          ? [[policyFix.server, policyFix]]
          : [],
      ),
    );
    if (found.size === 0) {
      output.note(`${words.nothing}\n`);
      return 0;
    }
    for (const each of found.values()) output.write(`${textOf(each, textOption(call, 'stack'), language)}\n`);
    return 1;
  },
};

function textOf(fix: PolicyFix, asked: string | null, language: Parameters<typeof stackWords.in>[0]): string {
  const words = stackWords.in(language);
  const id = stackOf(fix, asked, cliWords.in(language).fix);
  const { policy, count } = fix.ofServer;
  const place = words.places[id];
  const { parts, place: where, leftOut } = writePolicy(id, policy, words.comments, place);
  return [
    `# ${inert(words.intro(fix.server, count))} (${stacks[id].name})`,
    ...(where === null ? [] : [`# ${where}`]),
    ...parts.map(({ file, text }) => `# ${file}\n${inert(text)}`),
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
