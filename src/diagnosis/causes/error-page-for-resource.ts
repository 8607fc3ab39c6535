import type { Cause } from '../cause';
import { header, headerLine, statusLine } from '../evidence';

/** An image or a script is answered with an HTML or JSON page, mostly an error. */
export const errorPageForResource: Cause = {
  actor: 'api',
  match({ finding, answer }) {
    if (!answer || !/^(orb|nosniff|script-mime-type|module-mime-type)$/.test(finding?.code ?? ''))
      return null;
    const [type = ''] = (header(answer, 'Content-Type') ?? '').split(';');
    if (!/^(text\/html|application\/(problem\+)?json)$/i.test(type.trim())) return null;
    return {
      confidence: answer.status >= 400 ? 'certain' : 'likely',
      evidence: [statusLine(answer), headerLine(answer, 'Content-Type')],
      values: { type: type.trim() },
    };
  },
};
