import * as v from 'valibot';
import { asRecord } from './bounded';
import { flag, listOf, parserOf, type TypeOf, textUpTo } from './bounded-schemas';

const maxTag = 35;
const maxServer = 300;
const maxId = 40;
/** How many choices are kept, the last ones. */
export const maxFixChoices = 100;

const fixChoice = v.object({
  server: textUpTo(maxServer),
  kind: v.picklist(['stack', 'proxy']),
  id: textUpTo(maxId),
});

const storedSettings = v.object({
  /** A language tag; null: the browser's own language. */
  language: v.nullable(textUpTo(maxTag)),
  preserveLog: flag,
  /** Whether scripts may run in the page's own world, which sees more. */
  pageWorld: flag,
  /** What fixes were written for, by server; none of a private window. */
  fixChoices: listOf(fixChoice, maxFixChoices),
});

/** The user's settings, stored across sessions. */
export type StoredSettings = TypeOf<typeof storedSettings>;

const defaults: StoredSettings = {
  language: null,
  preserveLog: false,
  pageWorld: true,
  fixChoices: [],
};

/** Parses stored settings; a value that is not valid becomes the default. */
export function parseSettings(value: unknown): StoredSettings {
  return { ...defaults, ...parseChange(value) };
}

/** The valid part of a change of settings. */
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
  /** What are the settings? Answered with all of them. */
  v.object({ type: v.literal('settings') }),
  /** The user chose this. */
  v.object({ type: v.literal('change-settings'), change }),
]);

const settingsChanged = v.object({ type: v.literal('settings-changed'), change });

/** What a page of ours sends to the background, which stores the settings. */
export type FromSettingsPage = TypeOf<typeof fromSettingsPage>;

/** What the background sends to all pages of ours. */
export type SettingsChanged = TypeOf<typeof settingsChanged>;

/** Parses a message of a page of ours; null if it is not valid. */
export const parseFromSettingsPage = parserOf(fromSettingsPage);

/** Parses a message about changed settings; null if it is something else. */
export const parseSettingsChanged = parserOf(settingsChanged);
