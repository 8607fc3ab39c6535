import type { HintApi, PageEnd, PolicyViolation } from '../protocol/page-hints';
import { pageSideEn } from './en/page-side';
import type { Explained } from './origins';
import type { Language } from './prose';
import { pageSideZhCn } from './zh-cn/page-side';

/** Everything that is said of a request's page side, in one language. Loaded with the detail. */
export interface PageSideProse {
  readonly title: string;
  readonly api: string;
  readonly apis: Readonly<Record<Exclude<HintApi, 'element'>, string>>;
  /** By its name in markup. */
  element(name: string): string;
  readonly font: string;
  readonly calledAt: string;
  place(line: number, column: number): string;
  readonly unknownPlace: string;
  wholeStack(lines: number): string;
  readonly asked: string;
  readonly got: string;
  readonly ends: Readonly<Record<PageEnd, Explained>>;
  readonly fetchNotSeen: string;
  readonly notYet: string;
  threw(errorName: string): string;
  readonly ofThePage: Explained;
  readonly ofTheExtension: Explained;
  readonly policy: string;
  violated(violation: PolicyViolation): string;
  several(calls: number): string;
  /** Beside a call that no request was seen for. */
  readonly noRequest: string;
  readonly silent: Readonly<Record<'worker' | 'after-load' | 'off' | 'no-call', string>>;
}

/** What is said of a request's page side in a language. */
export function pageSideProseFor(language: Language): PageSideProse {
  return language === 'zh-CN' ? pageSideZhCn : pageSideEn;
}
