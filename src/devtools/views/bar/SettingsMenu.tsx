import { type Language, languages } from '../../../prose';
import type { Settings } from '../../settings';
import { Icon } from '../icon/Icon';
import type { Words } from '../words';

interface SettingsMenuProps {
  settings: Settings;
  preserve: boolean;
  words: Words;
  onLanguage(language: Language | null): void;
  onPreserve(preserve: boolean): void;
}

/** A button with the settings behind it. */
export function SettingsMenu({ settings, preserve, words, onLanguage, onPreserve }: SettingsMenuProps) {
  const { bar } = words.ui;
  const choices: readonly (readonly [Language | null, string])[] = [
    [null, bar.automatic],
    ['en', languages.en],
    ['zh-CN', languages['zh-CN']],
  ];
  return (
    <>
      <button
        type="button"
        class="tool tool-settings"
        popovertarget="settings"
        aria-label={bar.settings}
        title={bar.settings}
      >
        <Icon name="settings" />
      </button>
      <div class="settings" id="settings" popover="auto">
        <fieldset>
          <legend>{bar.language}</legend>
          {choices.map(([language, name]) => (
            <label class="check" key={name} lang={language ?? undefined}>
              <input
                type="radio"
                name="language"
                checked={settings.language === language}
                onChange={() => onLanguage(language)}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <label class="check" title={bar.preserveMeaning}>
          <input
            type="checkbox"
            checked={preserve}
            onChange={(event) => onPreserve(event.currentTarget.checked)}
          />
          {bar.preserve}
        </label>
      </div>
    </>
  );
}
