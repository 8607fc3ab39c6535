import type { Outcome } from '../../protocol/facts';
import { endings } from './phrases';

export const ticket = {
  title: (outcome: Outcome, method: string, url: string, origin: string) =>
    `${method} ${url} ${endings[outcome]} for ${origin === 'null' ? 'an opaque origin (null)' : origin}`,
  happened: 'What happened',
  change: 'What to change',
  columns: ['Header', 'On', 'Now', 'Needed'] satisfies readonly [
    header: string,
    on: string,
    now: string,
    needed: string,
  ],
  on: { preflight: 'preflight response (OPTIONS)', response: 'response' } satisfies Readonly<
    Record<'preflight' | 'response', string>
  >,
  statusCode: 'status code',
  missing: '(missing)',
  empty: '(empty)',
  /** In place of a value that must not be allowed. */
  realOrigin: 'a real origin: see the warning below',
  /** In which request of a redirect chain, from 1. */
  hop: (number: number, url: string) => `request ${number} of the redirects, ${url}`,
  allowListed:
    'Access-Control-Allow-Origin holds one origin, byte for byte, or *. To serve several, compare the Origin ' +
    'header with a list, answer with the one that matches and add Vary: Origin. Echoing back every Origin ' +
    'opens the data to every site.',
  neverNull:
    'Warning: do not allow the origin null. Any site can send it from a sandboxed frame. Find out why the ' +
    'request carries it (a sandboxed frame, a file, a redirect across two origins), and mend that.',
  /** Of a request that its preflight stopped: what its own response needs. */
  unseenResponse: (method: string, origin: string, withCredentials: boolean) =>
    `${method} itself was not sent, so its response was not seen: that one, too, needs ` +
    `Access-Control-Allow-Origin: ${origin}` +
    (withCredentials ? ' and Access-Control-Allow-Credentials: true.' : '.'),
  /** Where no table of headers can be given. */
  seeProblems: 'What to change is said with each problem below.',
  nothingWrong: 'Nothing has to change for this request to pass.',
  problems: 'All problems',
  candidates: 'What fits',
  /** The rule behind a problem, after its title; `link` is Markdown. */
  rule: (link: string) => ` (the rule: ${link})`,
  step: (section: string, step: string) => `${section}, step ${step}`,
  request: 'The request as sent',
  preflightRequest: 'The preflight asked',
  responseHeaders: 'What came back',
  preflightResponse: (status: number) => `Preflight response, status ${status}`,
  response: (status: number) => `Response, status ${status}`,
  noResponse: 'No response was seen.',
  verify: 'How to verify',
  verifyPreflight: 'The preflight as it was asked:',
  verifyRequest: 'The request itself:',
  verifyRepeats: 'This repeats the request on the server: run it only where that does no harm.',
  verifyNote:
    'curl and Postman show the headers, but do not apply the rule: compare what comes back with the table.',
  noLogin: 'These commands carry no cookies and no Authorization; behind a login the answer may differ.',
  withheld:
    'Each redacted-… stands for a value that was left out: put the real one in before you run a command.',
  source: 'How this is known',
  observed: (browser: string) => `${browser} did this; it was observed.`,
  computed: (browser: string) => `It was computed by the rules: ${browser} shows extensions no outcome here.`,
  assumed: (assumption: string) => `Assumed: ${assumption}`,
};
