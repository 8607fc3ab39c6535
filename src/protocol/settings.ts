import * as v from 'valibot';
import { asRecord } from './bounded';
import { parserOf, type TypeOf, textUpTo, yesOrNo } from './bounded-schemas';

const maxTag = 35;

const storedSettings = v.object({
  /** A language tag; null: the browser's own language. */
  language: v.nullable(textUpTo(maxTag)),
  preserveLog: yesOrNo,
  /** Whether scripts may run in the page's own world, which sees more. */
  pageWorld: yesOrNo,
});

/** What the user chose, kept from one session to the next. */
export type StoredSettings = TypeOf<typeof storedSettings>;

const defaults: StoredSettings = { language: null, preserveLog: false, pageWorld: true };

/** Settings out of whatever was kept: what is not understood is the default. */
export function parseSettings(value: unknown): StoredSettings {
  return { ...defaults, ...parseChange(value) };
}

/** The part of the settings that is understood. */
function parseChange(value: unknown): Partial<StoredSettings> {
  const raw = asRecord(value) ?? {};
  const understood = Object.entries(storedSettings.entries).flatMap(([name, schema]) => {
    const setting = v.safeParse(schema, raw[name]);
    return setting.success ? [[name, setting.output]] : [];
  });
  return Object.fromEntries(understood);
}

const change = v.optional(v.pipe(v.unknown(), v.transform(parseChange)), {});

const fromSettingsPage = v.variant('type', [
  /** What are they? Answered with all of them. */
  v.object({ type: v.literal('settings') }),
  /** Somebody chose this. */
  v.object({ type: v.literal('change-settings'), change }),
]);

const settingsChanged = v.object({ type: v.literal('settings-changed'), change });

/** What a page of ours asks the background, which keeps the settings. */
export type FromSettingsPage = TypeOf<typeof fromSettingsPage>;

/** What the background tells all pages of ours. */
export type SettingsChanged = TypeOf<typeof settingsChanged>;

/** What a page of ours asks; null if it is something else. */
export const parseFromSettingsPage = parserOf(fromSettingsPage);

/** What changed; null if the message says something else. */
export const parseSettingsChanged = parserOf(settingsChanged);
