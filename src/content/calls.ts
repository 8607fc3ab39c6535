import type { FlatHint } from '../protocol/content';
import { maxHintsASecond } from '../protocol/content';
import type { PageEnd as Ending } from '../protocol/page-hints';
import { isObject, memberOf } from './members';
import { now } from './natives';
import type { Flat, PageEnd } from './page-end';
import { openExceptionNames } from './saying';
import { openStacks, type Stack, stackOf } from './stacks';
import { openUrls, type Urls } from './urls';

type Call = Extract<FlatHint, { type: 'call' }>;

/** What a call asks for. */
export type Asked = Omit<Call, 'kind' | 'type' | 'id' | 'atMs' | 'stack'>;

/** A call that is under way: when it was made, and from where. */
export interface Moment {
  readonly atMs: number;
  readonly error: Stack | null;
}

/** What the page's world tells of its calls for requests. At most so many a second, the others are counted. */
export interface Calls extends Urls {
  /** The call under way; null where nobody wants to know. */
  moment(): Moment | null;
  /** Tells of a call. Its name; null if it was only counted. */
  tell(moment: Moment, asked: Asked): string | null;
  ended(call: string, how: Ending): void;
  /** Tells of what a call threw, or will throw: an error, or its name. Its name. */
  threw(call: string, error: unknown): string;
}

/** Captured before the page's own scripts run. */
export function openCalls(page: PageEnd): Calls {
  const stacks = openStacks();
  const nameOfException = openExceptionNames();
  let lastId = 0;
  let left = maxHintsASecond;
  let sinceMs = 0;
  let dropped = 0;

  page.on('flush', () => {
    if (dropped > 0) page.hand({ __proto__: null, kind: 'dropped', count: dropped });
    dropped = 0;
  });

  const hand = (record: Flat, nowMs: number): boolean => {
    if (nowMs - sinceMs >= 1_000) {
      left = maxHintsASecond;
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
