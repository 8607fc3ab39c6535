import { type Language, languageName, languages } from '../../../prose';
import { settingsProseFor } from '../../../prose/settings';
import type { PanelStore } from '../../store/store';
import type { Words } from '../words';

interface SettingsChoicesProps {
  store: PanelStore;
  words: Words;
}

/** Draws the controls of the settings menu. */
export function SettingsChoices({ store, words }: SettingsChoicesProps) {
  const { bar } = words.ui;
  const prose = settingsProseFor(words.language);
  const settings = store.settings.value;
  const choices: readonly (readonly [Language | null, string])[] = [
    [null, prose.automatic],
    ...languages.map((language) => [language, languageName(language)] as const),
  ];
  return (
    <>
      <fieldset>
        <legend>{prose.language}</legend>
        {choices.map(([language, name]) => (
          <label class="check" key={name} lang={language ?? undefined}>
            <input
              type="radio"
              name="language"
              checked={settings.language === language}
              onChange={() => store.setSettings({ language })}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <label class="check" title={bar.preserveMeaning}>
        <input
          type="checkbox"
          checked={store.preserve.value}
          onChange={(event) => store.setPreserve(event.currentTarget.checked)}
        />
        {bar.preserve}
      </label>
      <label class="check settings-page-world" title={prose.pageWorld.meaning}>
        <input
          type="checkbox"
          checked={settings.pageWorld}
          aria-describedby="page-world"
          onChange={(event) => store.setSettings({ pageWorld: event.currentTarget.checked })}
        />
        {prose.pageWorld.label}
      </label>
      <p id="page-world" class="quiet">
        {prose.pageWorld.meaning}
      </p>
    </>
  );
}
