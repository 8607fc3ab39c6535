import type { Browser } from 'webextension-polyfill';
import { answerMessages } from '../platform/browser-api';
import { isOwnPage } from '../platform/own-page';
import type { SettingsStore } from '../platform/settings-store';
import {
  parseFromSettingsPage,
  parseSettings,
  type SettingsChanged,
  type StoredSettings,
} from '../protocol/settings';

/** The settings, as the background keeps them for all pages of the extension. */
export interface Settings {
  readonly current: Promise<StoredSettings>;
  onChange(listener: () => void): void;
}

/** Reads the settings, and answers the extension's own pages from now on. */
export function keepSettings({ runtime }: Pick<Browser, 'runtime'>, store: SettingsStore): Settings {
  const listeners: (() => void)[] = [];
  let current = store.read().then(parseSettings, (error: unknown) => {
    console.error(error);
    return parseSettings(null);
  });

  async function change(part: Partial<StoredSettings>): Promise<StoredSettings> {
    current = current.then((settings) => ({ ...settings, ...part }));
    const settings = await current;
    const message: SettingsChanged = { type: 'settings-changed', change: part };
    // The message is rejected if no page is open to receive it.
    runtime.sendMessage(message).catch(() => {});
    for (const listener of listeners) listener();
    await store.write(settings).catch(console.error);
    return settings;
  }

  answerMessages({ runtime }, (raw, sender) => {
    const message = isOwnPage(sender, runtime) ? parseFromSettingsPage(raw) : null;
    if (!message) return null;
    return message.type === 'settings' ? current : change(message.change);
  });

  return {
    get current() {
      return current;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
