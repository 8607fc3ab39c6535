import type { AssumptionCode } from '../../exchange/verdict/judge';

/** Why something had to be assumed, and what that means for the verdict, in English. */
export const assumptions: Readonly<Record<AssumptionCode, string>> = {
  'mode-not-visible':
    'Over plain http: no header tells the request’s mode, and nothing else settles it: each mode that ' +
    'fits was tried.',
  'credentials-not-visible':
    'Whether the page asked for credentials is not visible from outside: it was judged both ways.',
  'credentials-not-included':
    'Credentials mode “same-origin” is taken, for nothing shows “include”: to another origin, that ' +
    'sends none.',
  'redirect-mode-not-visible':
    'Whether the page asked to follow redirects is not visible from outside: it was judged both ways.',
  'call-ambiguous':
    'Several calls of the page fit this request, or more requests than calls, and nothing tells which ' +
    'belong together: what they asked for was not used.',
  'call-hides-it':
    'The page’s call is known, but keeps this value behind an accessor, which is not run: it was judged ' +
    'by what else was seen.',
  'use-not-visible':
    'Whether the page could use the response is not visible: a hash that it demands (integrity), or ' +
    'content that is not what it takes, would still have stopped it.',
  'answer-timed':
    'Only the document’s timing tells of this request, for it never left the page: its method, mode and ' +
    'credentials mode are not visible, and a plain request is taken.',
};
