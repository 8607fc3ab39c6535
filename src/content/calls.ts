import type { FlatHint } from '../protocol/content';
import { maxHintsPerSecond } from '../protocol/content';
import type { PageEnd as Ending } from '../protocol/page-hints';
import { openExceptionNames } from './event-reporter';
import { isObject, memberOf } from './members';
import { now } from './natives';
import type { Flat, PageEnd } from './page-end';
import { openStacks, type Stack, stackOf } from './stacks';
import { openUrls, type Urls } from './urls';

type Call = Extract<FlatHint, { type: 'call' }>;

/** The request that a call asks for. */
export type RequestedCall = Omit<Call, 'kind' | 'type' | 'id' | 'atMs' | 'stack'>;

/** The time and stack trace of a call in progress. */
export interface Moment {
  readonly atMs: number;
  readonly error: Stack | null;
}

/** Reports calls that make requests, in the page's world. Beyond a limit a second they are only counted. */
export interface Calls extends Urls {
  /** The call in progress; null if no tab watches the document. */
  moment(): Moment | null;
  /** Reports a call. Returns its id; null if it was only counted. */
  tell(moment: Moment, asked: RequestedCall): string | null;
  ended(call: string, how: Ending): void;
  /** Reports what a call threw or will throw, given as an error or its name. Returns the error's name. */
  threw(call: string, error: unknown): string;
}

/** Opens the reporter. Call it before the page's own scripts run, because it captures browser functions. */
export function openCalls(page: PageEnd): Calls {
  const stacks = openStacks();
  const nameOfException = openExceptionNames();
  let lastId = 0;
  let left = maxHintsPerSecond;
  let sinceMs = 0;
  let dropped = 0;

  page.on('flush', () => {
    if (dropped > 0) page.hand({ __proto__: null, kind: 'dropped', count: dropped });
    dropped = 0;
  });

  const hand = (record: Flat, nowMs: number): boolean => {
    if (nowMs - sinceMs >= 1_000) {
      left = maxHintsPerSecond;
      sinceMs = nowMs;
    }
    if (left === 0) {
      dropped++;
      page.note();
      return false;
    }
    left--;
    page.hand(record);
    return true;
  };

  const nameOf = (error: unknown): string => {
    if (typeof error === 'string') return error;
    if (!isObject(error)) return '';
    const name = nameOfException(error) ?? memberOf(error, 'name');
    return typeof name === 'string' && name !== '' ? name : 'Error';
  };

  return {
    ...openUrls(),
    moment: () => (page.isOn ? { atMs: now(), error: stacks.take() } : null),
    tell({ atMs, error }, asked) {
      const id = `${++lastId}`;
      const stack = stackOf(error);
      const record = {
        ...asked,
        __proto__: null,
        kind: 'hint',
        type: 'call',
        id,
        atMs,
        stack,
      } as const;
      return hand(record, atMs) ? id : null;
    },
    ended(call, how) {
      const atMs = now();
      if (page.isOn) hand({ __proto__: null, kind: 'hint', type: 'ended', call, atMs, how }, atMs);
    },
    threw(call, error) {
      const atMs = now();
      const errorName = nameOf(error);
      hand({ __proto__: null, kind: 'hint', type: 'threw', call, atMs, errorName }, atMs);
      return errorName;
    },
  };
}
