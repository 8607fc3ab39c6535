import { registrableDomain, relationOf } from '../../engine/site';
import { explainedFile } from '../../files/explained-file';
import { cliWords } from '../../prose/cli-words';
import { replayKit } from '../../report/replay';
import { isTrouble } from '../../report/summary';
import { type Command, textOption } from '../command';
import { readInput } from '../input';
import { inert } from '../terminal';
import { UsageError } from '../usage-error';

/** Prints what sends the requests of a file again: as commands, as code, as a test and as a check for CI. */
export const replay: Command = {
  options: { url: { type: 'string' } },
  async run(call) {
    const { positionals, language, output } = call;
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new UsageError('corscope replay FILE --url START');
    const start = textOption(call, 'url');
    const { facts, verdictOf } = explainedFile(await readInput(path, language, output), {
      sites: { relationOf, registrableDomain },
    });
    const kits = facts.flatMap((each) => {
      const verdict = verdictOf(each);
      const isWanted =
        start === null
          ? isTrouble({ outcome: verdict.outcome, preflightFor: each.preflightFor })
          : each.preflightFor === null && (each.hops[0]?.url.startsWith(start) ?? false);
      return (isWanted && replayKit({ facts: each, verdict }, language)) || [];
    });
    for (const kit of kits) output.write(`${inert(kit)}\n\n`);
    if (kits.length === 0) output.note(`${cliWords.in(language).replay.nothing}\n`);
    return kits.length === 0 ? 0 : 1;
  },
};
