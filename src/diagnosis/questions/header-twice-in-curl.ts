import { header } from '../evidence';
import type { Question } from '../question';

/** Whether the server sends a header twice, or the browser gets the second from an extension. */
export const headerTwiceInCurl = {
  between: ['header-twice', 'unblocking-extension'],
  isAsked({ answer }, found) {
    const value = (answer && header(answer, 'Access-Control-Allow-Origin')) ?? '';
    // Extensions that unblock CORS add a wildcard.
    return value.includes('*') && found.some(({ code }) => code === 'header-twice');
  },
  request: { method: 'as-recorded', url: 'same', origin: 'page', credentials: 'as-sent' },
  answers: {
    twice: {
      when: [{ header: 'Access-Control-Allow-Origin', is: 'repeated' }],
      proves: { code: 'header-twice', confidence: 'certain' },
    },
    once: {
      when: [{ header: 'Access-Control-Allow-Origin', is: 'once' }],
      proves: { code: 'unblocking-extension', confidence: 'likely', values: { isTwice: 'yes' } },
    },
  },
} as const satisfies Question;
