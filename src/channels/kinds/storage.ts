import type { StorageUse } from '../../protocol/page-events';
import { own, type Reading, type RelationOf, type RiskCode, relationBetween, unknown } from '../reading';
import type { StorageDerived } from '../schema/derived';
import { type ScriptCookieBecause, writtenCookie } from '../storage';
import { type ContentWords, type Kind, type Part, text, textRow, words, wordsRow } from './kind';
import { orNull, redactCallSite, type TextRules } from './replaced';
import { onOneLine, short } from './short-text';

/** Every rule of a use of cookies or storage, with its risk. */
const storageRules = {
  'cookie-written': null,
  'storage-refused': null,
  'storage-in-frame': null,
  'storage-access-asked': null,
  'storage-changed-elsewhere': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** The rule of a use of cookies or storage. */
type StorageRule = keyof typeof storageRules;

/**
 * Interprets a use of cookies or storage.
 *
 * @see https://storage.spec.whatwg.org/#storage-keys
 */
function readStorageUse(event: StorageUse, relationOf: RelationOf): Reading<StorageRule> {
  const { outcome, frame, isFramed, top, callSite, count } = event;
  const rule = storageRule(event);
  const elsewhere = outcome === 'changed';
  return {
    from: elsewhere ? unknown('some-frame', frame.origin) : own(event),
    to: elsewhere ? own(event) : unknown('store', frame.origin),
    relation: isFramed && !elsewhere ? relationBetween(top, frame.origin, relationOf) : 'same-origin',
    rule,
    risk: storageRules[rule],
    unseen: [
      ...(outcome === 'written' || elsewhere ? (['stored-value'] as const) : []),
      ...(isFramed && !elsewhere && top === null ? (['top-origin'] as const) : []),
      ...(count > 1
        ? (['counted'] as const)
        : callSite === null && !elsewhere
          ? (['call-site'] as const)
          : []),
    ],
  };
}

function storageRule({ outcome }: StorageUse): StorageRule {
  switch (outcome) {
    case 'written':
      return 'cookie-written';
    case 'refused':
      return 'storage-refused';
    case 'used':
      return 'storage-in-frame';
    case 'asked':
      return 'storage-access-asked';
    case 'changed':
      return 'storage-changed-elsewhere';
  }
}

/** The texts that this kind needs. */
export interface StorageWords {
  readonly what: Pick<ContentWords, 'stores'>;
  readonly detail: {
    readonly store: string;
    readonly cookie: string;
    readonly key: string;
    readonly method: string;
    readonly computed: string;
    readonly computedBecause: Readonly<Record<ScriptCookieBecause, string>>;
    readonly changedBy: string;
    readonly topOrigin: string;
  };
}

/** The kind of a use of cookies or storage. */
export const storage: Kind<StorageUse, StorageRule, StorageDerived, StorageWords> = {
  rules: storageRules,
  isOnMap: false,
  read: readStorageUse,
  otherOrigin: () => null,
  searchTexts: ({ what, outcome, name }) => ['storage', what, outcome, name],
  size: ({ count }) => count,
  line: ({ what, name }, words) => onOneLine([words.stores[what], short(name)]),
  derive: (event, { browser, relationOf }) => ({
    cookie: browser && writtenCookie(event, browser, relationOf),
  }),
  rows: ({ what, outcome, name, path, top }, { cookie }, words) => {
    const { detail } = words;
    const label = outcome === 'written' ? detail.cookie : outcome === 'changed' ? detail.key : detail.method;
    return [
      wordsRow(detail.store, words.what.stores[what]),
      ...(name === '' ? [] : [textRow(label, name)]),
      ...(cookie ? [wordsRow(detail.computed, detail.computedBecause[cookie.because])] : []),
      ...(outcome === 'changed' ? [textRow(detail.changedBy, path)] : []),
      ...(top === null ? [] : [textRow(detail.topOrigin, top)]),
    ];
  },
  brief: ({ what, name }, _, { what: { stores } }): readonly Part[] => [
    words(stores[what]),
    ...(name === '' ? [] : [text(name)]),
  ],
  redact: (event, rules) => ({
    kind: event.kind,
    what: event.what,
    outcome: event.outcome,
    name: redactName(event, rules),
    path: event.outcome === 'changed' ? rules.url(event.path) : rules.path(event.path),
    isFramed: event.isFramed,
    top: orNull(event.top, rules.origin),
    callSite: redactCallSite(event.callSite, rules),
  }),
};

function redactName({ outcome, name }: StorageUse, rules: TextRules): string {
  if (outcome === 'written') return rules.cookie(name);
  return outcome === 'changed' ? rules.text(name) : rules.name(name);
}
