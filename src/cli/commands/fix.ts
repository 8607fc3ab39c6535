import { fixTexts } from '../../files/fix-texts';
import { cliWords } from '../../prose/cli-words';
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
    const texts = fixTexts(await readInput(path, language, output), {
      stack: textOption(call, 'stack'),
      server: textOption(call, 'server'),
      language,
    });
    if ('problem' in texts) throw new UsageError(`--stack: ${texts.problem}`);
    for (const text of texts) output.write(`${inert(text)}\n`);
    if (texts.length === 0) output.note(`${cliWords.in(language).fix.nothing}\n`);
    return texts.length === 0 ? 0 : 1;
  },
};
