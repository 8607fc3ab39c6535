import { useState } from 'preact/hooks';
import type { PanelStore } from '../../store/store';
import { Icon } from '../ui/Icon';
import { useLater } from '../ui/use-later';
import type { Words } from '../words';

interface SettingsMenuProps {
  store: PanelStore;
  words: Words;
}

const loadChoices = () => import('./SettingsChoices');

/** Draws the button that opens the settings. They are loaded on the first press. */
export function SettingsMenu({ store, words }: SettingsMenuProps) {
  const { bar } = words.ui;
  const [isWanted, setWanted] = useState(false);
  const loaded = useLater(loadChoices, isWanted);
  return (
    <>
      <button
        type="button"
        class="tool tool-settings"
        popovertarget="settings"
        aria-label={bar.settings}
        title={bar.settings}
        onClick={() => setWanted(true)}
      >
        <Icon name="settings" />
      </button>
      <div class="settings" id="settings" popover="auto">
        {loaded && <loaded.SettingsChoices store={store} words={words} />}
      </div>
    </>
  );
}
