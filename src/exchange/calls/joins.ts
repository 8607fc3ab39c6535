import type { PageCall, PageReport, ReportedCall } from '../../protocol/page-hints';
import { methodOf } from './reported-call';

/** The calls behind an exchange: the certain one, or several possible ones. */
export type Joined = Pick<PageReport, 'call' | 'possible' | 'isOneOfThem'>;

/** The result of a join. */
export interface Joins {
  /** By the exchange's id. */
  readonly byExchange: ReadonlyMap<string, Joined>;
  /** The calls without a request. */
  readonly alone: readonly ReportedCall[];
}

/** The join of an exchange with the one call that made it. */
export function joinedWith(call: ReportedCall): Joined {
  return { call, possible: [], isOneOfThem: false };
}

/** A call never changes, and is compared often. */
const texts = new WeakMap<PageCall, string>();

/** Whether two calls are equal in all fields that a verdict uses. */
export function isAlike(a: PageCall, b: PageCall): boolean {
  return asked(a) === asked(b);
}

function asked(call: PageCall): string {
  const text = texts.get(call) ?? textOf(call);
  texts.set(call, text);
  return text;
}

function textOf(call: PageCall): string {
  const { api, mode, credentialsMode, redirectMode, integrity, hasSignal, isStreamingBody } = call;
  const { headerNames, element, targetAddressSpace } = call;
  const names = headerNames && [...headerNames].sort();
  const values = [api, mode, credentialsMode, redirectMode, integrity, hasSignal, isStreamingBody, names];
  return JSON.stringify([
    ...values,
    targetAddressSpace,
    methodOf(call),
    element && [element.crossOrigin, element.isModule],
  ]);
}
