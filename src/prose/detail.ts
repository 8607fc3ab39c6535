import type { ResponseType } from '../engine';
import type { Relation } from '../engine/site';
import type { CookieSight, Kept } from '../exchange/explained/cookie-sight';
import type { InternalRedirect } from '../protocol/facts';
import type { Permit } from '../protocol/permit';
import { detailEn } from './detail-en';
import { detailZhCn } from './detail-zh-cn';
import type { Explained } from './origins';
import type { Language } from './prose';

/** What is said of a request beyond its verdict, in one language. Loaded with the detail. */
export interface DetailProse {
  readonly cookies: {
    readonly title: string;
    readonly directions: Readonly<Record<CookieSight['direction'], Explained>>;
    readonly none: string;
    readonly ofPreflight: string;
    readonly headersNotShown: string;
    /** Two origins that differ by their ports alone. */
    ports(origin: string, other: string): string;
    readonly kept: Readonly<Record<Kept, Explained>>;
    /** What the browser keeps against the rules, or lacks. */
    readonly against: string;
    elsewhere(browser: string, because: string): string;
    readonly notAsked: string;
    readonly ask: string;
    readonly asked: string;
    readonly refused: string;
  };
  /** The page that asks, where the panel itself cannot. */
  readonly permit: {
    readonly asking: Readonly<Record<Permit, string>>;
    readonly give: string;
    readonly given: string;
    readonly refused: string;
  };
  readonly hops: {
    readonly title: string;
    readonly relation: string;
    readonly relations: Readonly<Record<Relation, string>>;
    readonly origin: string;
    readonly noOrigin: string;
    readonly tainted: string;
    readonly location: string;
    readonly corsCheck: string;
    readonly passed: string;
    readonly notChecked: Readonly<Record<'own' | 'no-cors' | 'unseen', string>>;
    readonly preflight: string;
    readonly took: string;
    readonly internal: Readonly<Record<InternalRedirect, string>>;
    readonly noAnswer: string;
  };
  readonly preflight: {
    readonly cost: string;
    /** Both as texts. */
    costOf(preflights: string, all: string): string;
    costAlone(preflights: string): string;
    readonly saved: string;
  };
  readonly reading: {
    readonly title: string;
    readonly type: string;
    readonly types: Readonly<Record<ResponseType | 'error', string>>;
    readonly readable: string;
    readonly readableNone: string;
    readonly hidden: string;
    readonly timing: string;
    readonly timings: Readonly<Record<'shown' | 'hidden', string>>;
  };
  readonly browsers: {
    readonly title: string;
    readonly hint: string;
    readonly outcome: string;
    readonly first: string;
    readonly says: string;
    readonly nothing: string;
  };
}

/** What is said of a request beyond its verdict, in a language. */
export function detailProseFor(language: Language): DetailProse {
  return language === 'zh-CN' ? detailZhCn : detailEn;
}
