import type { EventKind } from '../channels/read-page-event';
import type {
  Relay,
  RelayCertainty,
  RelayFrame,
  RelayKind,
  RelayStepKind,
  RelayUnseen,
} from '../channels/relays';
import { relaysEn } from './en/relays';
import type { MessagesProse } from './messages';
import type { Language } from './prose';
import { relaysZhCn } from './zh-cn/relays';

/** Everything that is said of relays, in one language. Loaded with the views that say it. */
export interface RelaysProse {
  readonly names: Readonly<Record<RelayKind, string>>;
  /** Of one, in a heading. */
  readonly title: string;
  /** Of several. */
  readonly heading: string;
  /** Of an event: which step it is of one; `short` in a row. */
  part(nth: number, of: number): string;
  short(nth: number, of: number): string;
  readonly sentences: Readonly<Record<RelayKind, string>>;
  readonly roles: readonly [a: string, b: string, c: string];
  readonly certainty: string;
  readonly certainties: Readonly<Record<RelayCertainty, string>>;
  readonly because: Readonly<Record<RelayKind, Readonly<Record<RelayCertainty, string>>>>;
  readonly values: string;
  rounds(count: number): string;
  /** The steps of one value. */
  readonly steps: string;
  readonly does: Readonly<Record<RelayStepKind, string>>;
  readonly thisOne: string;
  readonly gone: string;
  readonly unseen: Readonly<Record<RelayUnseen, string>>;
  /** On one line: what, over whom, how sure, how many values. */
  line(name: string, ends: readonly string[], certainty: string, rounds: number): string;
  readonly columns: readonly [
    kind: string,
    a: string,
    b: string,
    c: string,
    values: string,
    certainty: string,
    unseen: string,
  ];
}

/** What is said of relays in a language. */
export function relaysProseFor(language: Language): RelaysProse {
  return language === 'zh-CN' ? relaysZhCn : relaysEn;
}

/** What a channel of a map is called: a kind of event, or a relay. */
export function channelName(kind: string, { kinds }: MessagesProse, { names }: RelaysProse): string {
  return names[kind as RelayKind] ?? kinds[kind as EventKind]?.label ?? kind;
}

/** Which frame has a part in a relay, beside its origin. */
export function relayFrameLabel({ frameId }: RelayFrame, { frame, parties }: MessagesProse): string {
  if (frameId === null) return parties['some-frame'].label;
  return frameId === 0 ? frame.top : frame.inner(frameId);
}

/** A relay on one line: by what, over whom, how sure, how many values. */
export function relayLine(
  { kind, certainty, frames, rounds }: Pick<Relay, 'kind' | 'certainty' | 'frames' | 'rounds'>,
  prose: RelaysProse,
  messages: MessagesProse,
): string {
  const ends = frames.map((frame) => `${relayFrameLabel(frame, messages)} ${frame.origin}`);
  return prose.line(prose.names[kind], ends, prose.certainties[certainty], rounds.length);
}
