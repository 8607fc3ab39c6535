import { type ReadonlySignal, signal } from '@preact/signals';
import type { Browser, Runtime } from 'webextension-polyfill';
import { isOwnPage } from '../../platform/own-page';
import { isLanguage, type Language } from '../../prose';
import {
  type FromSettingsPage,
  parseSettings,
  parseSettingsChanged,
  type StoredSettings,
} from '../../protocol/settings';

/** What the user chose, kept from one session to the next. */
export interface Settings extends StoredSettings {
  /** null: the browser's own language. */
  readonly language: Language | null;
}

/** The settings as they are, and the way to change them. */
export interface SettingsStore {
  readonly current: ReadonlySignal<Settings>;
  change(part: Partial<Settings>): void;
}

/** The part of the extension's API that settings use. */
export type SettingsRuntime = Pick<Browser['runtime'], 'id' | 'getURL' | 'sendMessage' | 'onMessage'>;

/** A background that is being stopped answers nobody, and the next one does. */
const maxTries = 4;

/** The settings that the background keeps, whichever page changes them; the defaults if nobody answers. */
export async function openSettings(runtime: SettingsRuntime): Promise<SettingsStore> {
  const ask = async (message: FromSettingsPage) => {
    for (let tries = 0; tries < maxTries; tries++) {
      const answer: unknown = await runtime.sendMessage(message).catch(() => undefined);
      if (answer !== undefined) return answer;
    }
    return null;
  };
  const current = signal(toSettings(parseSettings(await ask({ type: 'settings' }))));
  runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender): undefined => {
    const changed = isOwnPage(sender, runtime) ? parseSettingsChanged(message) : null;
    if (changed) current.value = toSettings({ ...current.value, ...changed.change });
  });
  return {
    current,
    change(part) {
      current.value = { ...current.value, ...part };
      ask({ type: 'change-settings', change: part }).catch(console.error);
    },
  };
}

/** A language that the panel does not speak is the browser's own. */
function toSettings({ language, ...others }: StoredSettings): Settings {
  return { ...others, language: isLanguage(language) ? language : null };
}
