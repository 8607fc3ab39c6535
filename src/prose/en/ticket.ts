import type { Outcome } from '../../protocol/facts';
import { endings } from './phrases';

export const ticket = {
  title: (outcome: Outcome, method: string, url: string, origin: string) =>
    `${method} ${url} ${endings[outcome]} for ${origin === 'null' ? 'an opaque origin (null)' : origin}`,
  happened: 'What happened',
  change: 'What to change',
  columns: ['Header', 'In', 'Current', 'Required'] satisfies readonly [
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
  /** The current value in a response that was not observed. */
  notSeen: '(not seen yet)',
  /** In place of a value that must not be allowed. */
  realOrigin: 'a real origin: see the warning below',
  /** In which request of a redirect chain, from 1. */
  hop: (number: number, url: string) => `request ${number} of the redirect chain, ${url}`,
  allowListed:
    'Access-Control-Allow-Origin must be exactly one origin, or *. To support several origins, check the Origin header against an allowlist, return the one that matches and add Vary: Origin. Echoing back every Origin opens the data to every site.',
  neverNull:
    'Warning: do not allow the origin null. Any site can send it from a sandboxed frame. Find out why the request carries it (a sandboxed frame, a file, a redirect between two other origins), and fix that.',
  /** Of a request that its preflight stopped: what its own response needs. */
  unseenResponse: (method: string) =>
    `${method} itself was not sent, so its response was not seen: add the headers that the table lists for it, unless ` +
    'it has them already.',
  /** Where no table of headers can be given. */
  seeProblems: 'Each problem below says what to change.',
  nothingWrong: 'Nothing needs to change for this request.',
  problems: 'All problems',
  candidates: 'Possible causes',
  /** The rule behind a problem, after its title; `link` is Markdown. */
  rule: (link: string) => ` (rule: ${link})`,
  step: (section: string, step: string) => `${section}, step ${step}`,
  request: 'The request as sent',
  preflightRequest: 'The preflight as sent',
  responseHeaders: 'The response headers',
  preflightResponse: (status: number) => `Preflight response, status ${status}`,
  response: (status: number) => `Response, status ${status}`,
  noResponse: 'No response was seen.',
  verify: 'How to verify',
  verifyPreflight: 'The preflight as sent:',
  verifyRequest: 'The request itself:',
  verifyRepeats: 'This repeats the request on the server: run it only if that does no harm.',
  verifyNote:
    'curl and Postman show the headers, but do not apply the rule: compare the headers with the table.',
  noLogin:
    'These commands send no cookies and no Authorization header; behind a login the response can differ.',
  withheld: 'Each redacted-… is a placeholder for a value: insert the real one before you run a command.',
  source: 'How this is known',
  observed: (browser: string) => `Observed in ${browser}.`,
  computed: (browser: string) =>
    `Computed by the rules: ${browser} does not show extensions the outcome here.`,
  assumed: (assumption: string) => `Assumed: ${assumption}`,
};
