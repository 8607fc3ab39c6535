import type { AuditBecause, ListenerRisk, ListenerRun } from '../channels/audit-listener';
import type { EventField } from '../protocol/page-events';
import type { OriginVerdict } from '../reading/listener';
import { listenersEn } from './en/listeners';
import type { Ruled } from './messages';
import type { Explained } from './origins';
import type { Language } from './prose';
import { listenersZhCn } from './zh-cn/listeners';

/** What is said of message listeners and of calls written with `'*'`, in one language. */
export interface ListenersProse {
  readonly verdicts: Readonly<Record<OriginVerdict, Explained>>;
  readonly because: Readonly<Record<AuditBecause, string>>;
  /** Over so many messages. */
  readonly runs: Readonly<Record<ListenerRun, (messages: number) => string>>;
  /** The sentence says what to do. */
  readonly risks: Readonly<Record<ListenerRisk, Ruled>>;
  readonly check: string;
  readonly restsOn: string;
  /** By place in the listener's own text. */
  at(line: number, column: number): string;
  /** In the text of a function that it names. */
  atIn(line: number, column: number, of: string): string;
  to(name: string): string;
  readonly example: string;
  supposed(value: string): string;
  readonly run: string;
  readonly risk: string;
  readonly reading: string;
  readonly fields: Readonly<Record<EventField, string>>;
  readonly title: string;
  readonly columns: readonly [listener: string, origin: string, check: string, example: string, risk: string];
  readonly stars: {
    readonly title: string;
    readonly meaning: string;
    readonly search: string;
    readonly searching: string;
    found(calls: number, scripts: number): string;
    readonly none: string;
    readonly ofListener: string;
    inline(index: number): string;
    /** How much was read, by whom it was given. */
    readonly from: Readonly<Record<'resources' | 'frames' | 'top' | 'nothing', string>>;
    readonly isCut: string;
    readonly columns: readonly [script: string, place: string, call: string];
  };
}

/** What is said of listeners in a language. */
export function listenersProseFor(language: Language): ListenersProse {
  return language === 'zh-CN' ? listenersZhCn : listenersEn;
}
