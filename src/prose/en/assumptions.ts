import type { AssumptionCode } from '../../exchange/verdict/verdict';

/** Why something had to be assumed, and what that means for the verdict, in English. */
export const assumptions: Readonly<Record<AssumptionCode, string>> = {
  'mode-not-visible':
    'Over plain http:, no header shows the request’s mode and nothing else reveals it, so each possible mode was tried.',
  'credentials-not-visible':
    'It is not visible whether the page asked for credentials, so both cases were judged.',
  'credentials-not-included':
    'Credentials mode “same-origin” is assumed, because nothing indicates “include”; it sends no credentials to other origins.',
  'redirect-mode-not-visible':
    'It is not visible whether the page asked to follow redirects, so both cases were judged.',
  'call-ambiguous':
    'Several calls of the page match this request, or there are more requests than calls, and nothing shows which belong together. Only what they have in common was used, and each was judged.',
  'call-hides-it':
    'The page’s call is known, but it keeps this value behind an accessor, which is not run, so other evidence was used.',
  'use-not-visible':
    'It is not visible whether the page could use the response: an integrity mismatch or unsuitable content could still have stopped it.',
  'answer-timed':
    'Only the document’s timing shows this request, because it never left the page: its method, mode and credentials mode are not visible, and a plain request is assumed.',
  'method-not-visible':
    'This request was never sent: only the report of a policy violation shows it. Its method is not visible, so GET is assumed.',
  'download-not-visible':
    'It is not visible whether a link with the attribute download was clicked: then the response was saved, and the tab kept its document.',
};
