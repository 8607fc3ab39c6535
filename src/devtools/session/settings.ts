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

/** The user's settings, kept across sessions. */
export interface Settings extends StoredSettings {
  /** null: the language of the browser. */
  readonly language: Language | null;
}

/** The current settings and a function to change them. */
export interface SettingsStore {
  readonly current: ReadonlySignal<Settings>;
  change(part: Partial<Settings>): void;
}

/** The part of `runtime` that settings use. */
export type SettingsRuntime = Pick<Browser['runtime'], 'id' | 'getURL' | 'sendMessage' | 'onMessage'>;

/** A background that is being stopped does not answer; the next one does. */
const maxTries = 4;

/** Opens the settings of the background and follows all changes. Uses the defaults if it does not answer. */
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

/** Returns the settings. An unknown language becomes null, the language of the browser. */
function toSettings({ language, ...others }: StoredSettings): Settings {
  return { ...others, language: isLanguage(language) ? language : null };
}
