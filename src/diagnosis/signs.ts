import { getHeader, headerValues } from '../engine';
import type { CauseCode } from './causes';
import type { Answer } from './context';
import { header } from './evidence';
import type { FoundCause, Sign } from './question';
import { firstAnswer, type HttpTranscript } from './transcript';

// How questions write the signs of a response, and how these are compared with one.

const allowOrigin = 'Access-Control-Allow-Origin';

/** The status is one of these. */
export const status = (...statuses: readonly number[]): Sign => ({
  status: statuses.map((each) => [each, each] as const),
});
export const isOk: Sign = { status: [[200, 299]] };
export const isRedirect: Sign = { status: [[300, 399]] };
export const isNoServerError: Sign = { status: [[200, 499]] };
/** The path is there. Other statuses may come from a layer that does not know the paths. */
export const isThere: Sign = {
  status: [
    [200, 299],
    [405, 405],
  ],
};
export const hasCors: Sign = { header: allowOrigin, is: 'present' };
export const lacksCors: Sign = { header: allowOrigin, is: 'missing' };
export const allowsOrigin: Sign = { allows: 'its-origin' };

/** Whether a cause fits, but others fit too. */
export function isOpen(found: readonly FoundCause[], code: CauseCode): boolean {
  return found.some((cause) => cause.code === code && cause.confidence !== 'certain');
}

/** Whether a cause is the best that fits, but not certain. */
export function isOpenLead([lead]: readonly FoundCause[], code: CauseCode): boolean {
  return lead !== undefined && isOpen([lead], code);
}

/** What a sign is compared with. */
export interface SignContext {
  readonly recorded: Answer | null;
  readonly pageMethod: string;
  readonly sentOrigin: string | null;
}

/** Whether pasted text shows a sign. */
export function shows(sign: Sign, transcript: HttpTranscript, context: SignContext): boolean {
  const answer = firstAnswer(transcript);
  if ('pageMethod' in sign) return sign.pageMethod === context.pageMethod;
  if ('curlError' in sign) {
    return answer === null && transcript.curlError !== null && sign.curlError.includes(transcript.curlError);
  }
  if ('recordedStatus' in sign) return isIn(sign.recordedStatus, context.recorded?.status ?? 0);
  if (!answer) return false;
  if ('status' in sign) return isIn(sign.status, answer.status);
  if ('allows' in sign) {
    const value = getHeader(answer.headers, allowOrigin);
    return value === '*' || (value !== null && value === context.sentOrigin);
  }
  const value = getHeader(answer.headers, sign.header);
  if ('matches' in sign) return value !== null && sign.matches.test(value);
  const lines = headerValues(answer.headers, sign.header);
  const isTwice = lines.length > 1 || lines.some((line) => line.includes(','));
  const recorded = context.recorded && header(context.recorded, sign.header);
  switch (sign.is) {
    case 'present':
      return value !== null;
    case 'missing':
      return value === null;
    case 'once':
      return value !== null && !isTwice;
    case 'repeated':
      return isTwice;
    case 'as-recorded':
      return value !== null && value === recorded;
    case 'other-than-recorded':
      return value !== null && value !== recorded;
  }
}

function isIn(ranges: readonly (readonly [number, number])[], value: number): boolean {
  return ranges.some(([from, to]) => value >= from && value <= to);
}
