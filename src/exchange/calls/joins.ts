import type { HeardCall, PageCall } from '../../protocol/page-hints';
import { methodOf } from './reported-call';

/** The calls behind an exchange: the one, or several of which one may be it. */
export interface Joined {
  readonly call: HeardCall | null;
  readonly possible: readonly PageCall[];
}

/** What a join finds. */
export interface Joins {
  /** By the exchange's id. */
  readonly byExchange: ReadonlyMap<string, Joined>;
  /** The calls that no request began for. */
  readonly alone: readonly HeardCall[];
}

/** Whether two calls are the same for a verdict. */
export function isAlike(a: PageCall, b: PageCall): boolean {
  return asked(a) === asked(b);
}

function asked(call: PageCall): string {
  const { api, mode, credentialsMode, redirectMode, integrity, hasSignal, isStreamingBody } = call;
  const { headerNames, element } = call;
  const names = headerNames && [...headerNames].sort();
  const values = [api, mode, credentialsMode, redirectMode, integrity, hasSignal, isStreamingBody, names];
  return JSON.stringify([...values, methodOf(call), element && [element.crossOrigin, element.isModule]]);
}
