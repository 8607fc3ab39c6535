import { signal } from '@preact/signals';
import { maxFixChoices, type StoredSettings } from '../../protocol/settings';
import type { SettingsStore } from '../session/settings';

type StoredChoice = StoredSettings['fixChoices'][number];

/** What a fix is written for: a stack of the server, or a proxy on the server of the page. */
export type FixChoice = Omit<StoredChoice, 'server'>;

/** What the user chose for each server, kept across sessions. */
export interface FixChoices {
  /** Returns null if nothing was chosen. */
  of(server: string): FixChoice | null;
  choose(server: string, choice: FixChoice): void;
}

/** Opens the choices. Those in a private window are kept while the panel is open, and are not stored. */
export function openFixChoices({ current, change }: SettingsStore, isPrivate: () => boolean): FixChoices {
  const unstored = signal<readonly StoredChoice[]>([]);
  const added = (list: readonly StoredChoice[], choice: StoredChoice) =>
    [...list.filter(({ server }) => server !== choice.server), choice].slice(-maxFixChoices);
  return {
    of: (server) =>
      [...current.value.fixChoices, ...unstored.value].findLast((choice) => choice.server === server) ?? null,
    choose(server, { kind, id }) {
      const choice = { server, kind, id };
      if (isPrivate()) unstored.value = added(unstored.value, choice);
      else change({ fixChoices: added(current.value.fixChoices, choice) });
    },
  };
}
