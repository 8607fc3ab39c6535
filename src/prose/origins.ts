import type { ClassicPairName } from '../channels/classic-pairs';
import type { Pair, PairReason, PairVerdict, RuleName } from '../channels/pair-rules';
import type { UrlNote, UrlProblem } from '../channels/typed-url';
import type { Way, WayReason, Works } from '../channels/ways-across';
import type { OriginComponent } from '../engine';
import type { Relation } from '../engine/site';
import type { Access } from '../exchange/verdict/classify';
import { originsEn } from './origins-en';
import { originsZhCn } from './origins-zh-cn';
import type { Language } from './prose';

/** A word, and what it means. */
export interface Explained {
  readonly label: string;
  readonly meaning: string;
}

/** A way across, whatever the pair. */
export interface WayProse {
  readonly name: string;
  readonly advantages: readonly string[];
  readonly limits: readonly string[];
  /** When to use it, in one sentence. */
  readonly use: string;
}

/** Everything that is said of two origins, in one language. Loaded with the view that says it. */
export interface OriginsProse {
  readonly components: Readonly<Record<OriginComponent, string>>;
  readonly rules: Readonly<Record<RuleName, Explained & { readonly name: string }>>;
  readonly verdicts: Readonly<Record<PairVerdict, Explained>>;
  /** One sentence each, about the pair that it is given. */
  readonly reasons: Readonly<Record<PairReason, (pair: Pair) => string>>;
  readonly relations: Readonly<Record<Relation, { readonly label: string; sentence(pair: Pair): string }>>;
  readonly ways: Readonly<Record<Way, WayProse>>;
  readonly works: Readonly<Record<Works, string>>;
  readonly wayReasons: Readonly<Record<WayReason, (pair: Pair) => string>>;
  readonly table: {
    readonly label: string;
    /** What is counted here. */
    readonly scope: string;
    readonly relation: string;
    readonly allows: string;
    readonly recorded: string;
    readonly equal: string;
    readonly notEqual: string;
    readonly opaque: string;
    readonly thisPage: string;
    readonly seenFrom: string;
    readonly seenFromMeaning: string;
    readonly noPage: string;
    readonly address: string;
    readonly sameAddress: string;
    sameAddressAs(origins: readonly string[]): string;
    readonly noRequests: string;
    showRequests(count: number, only: Access | 'blocked', to: string): string;
    showMore(shown: number, total: number): string;
  };
  readonly detail: {
    readonly label: string;
    readonly close: string;
    readonly page: string;
    readonly other: string;
    readonly rules: string;
    readonly ways: string;
    readonly advantages: string;
    readonly limits: string;
    readonly use: string;
    readonly recorded: string;
    readonly playground: string;
    playgroundStart(path: string): string;
  };
  readonly tester: {
    readonly title: string;
    readonly hint: string;
    readonly page: string;
    readonly other: string;
    readonly swap: string;
    readonly examples: string;
    readonly classic: Readonly<Record<ClassicPairName, string>>;
    readonly notes: Readonly<Record<UrlNote, string>>;
    readonly problems: Readonly<Record<UrlProblem, string>>;
  };
}

/** What is said of two origins in a language. */
export function originsProseFor(language: Language): OriginsProse {
  return language === 'zh-CN' ? originsZhCn : originsEn;
}
