import type { Cause } from '../cause';
import { headerLine, statusLine } from '../evidence';

/** An image or a script is answered with an HTML or JSON page, mostly an error. */
export const errorPageForResource: Cause = {
  actor: 'api',
  match({ finding, answer }) {
    if (!answer || !/^(orb|nosniff|script-mime-type|module-mime-type)$/.test(finding?.code ?? ''))
      return null;
    const line = headerLine(answer, 'Content-Type');
    const isPage =
      line.kind === 'header' && /^(text\/html|application\/(problem\+)?json)\b/i.test(line.value ?? '');
    if (!isPage) return null;
    return { confidence: answer.status >= 400 ? 'certain' : 'likely', evidence: [statusLine(answer), line] };
  },
};
