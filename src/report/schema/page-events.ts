import * as v from 'valibot';
import { kinds } from '../../channels/kinds';
import { type PageEventKind, toldKinds } from '../../protocol/page-events';
import type { PageEvent } from '../page-event-model';
import { reportReading } from './reading';
import { reportPolicyViolation, reportServerProxy } from './told-by-requests';
import { described } from './values';

/** The schema of some facts, with the one kind, or the kinds, that they can be of. */
interface FactsSchema {
  readonly entries: {
    readonly kind: { readonly literal: PageEventKind } | { readonly options: readonly PageEventKind[] };
  };
}

/** Each kind of page event: its facts, what is made of it, and what the recording says about it. */
const events = Object.values(toldKinds)
  .flatMap(({ schema }): readonly FactsSchema[] => ('options' in schema ? schema.options : [schema]))
  .flatMap(({ entries }) => {
    const names = 'options' in entries.kind ? entries.kind.options : [entries.kind.literal];
    return names.map((kind) =>
      v.object({ ...entries, kind: v.literal(kind), reading: reportReading, derived: kinds[kind].derived }),
    );
  });

/** The schema of `PageEvent`. */
export const pageEvent = described(
  // The compiler does not follow how it is put together.
  v.union([...events, reportPolicyViolation, reportServerProxy]) as unknown as v.GenericSchema<
    unknown,
    PageEvent
  >,
  'Something that crossed a boundary inside the page, or could have: its facts, and what follows from them.',
);
