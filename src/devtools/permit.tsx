import { render } from 'preact';
import { extensionApi } from '../platform/extension-api';
import { languageFor } from '../prose';
import { detailProseFor } from '../prose/detail';
import { openSettings } from './settings';

/** Asks for the cookies in a tab of its own, for a panel in Firefox's toolbox cannot ask. */
async function start(app: HTMLElement): Promise<void> {
  const browser = await extensionApi();
  const settings = await openSettings(browser.storage.local);
  const language = settings.current.value.language ?? languageFor([browser.i18n.getUILanguage()]);
  const { cookies: said } = detailProseFor(language);
  document.documentElement.lang = language;
  const show = (text: string, isAnswered: boolean) =>
    render(
      <main class="tab-list">
        <p>{text}</p>
        {!isAnswered && (
          <button type="button" class="button is-first" onClick={ask}>
            {said.ask}
          </button>
        )}
      </main>,
      app,
    );
  const ask = () => {
    browser.permissions
      .request({ permissions: ['cookies'] })
      .then((isGiven) => show(isGiven ? said.given : said.refused, true), console.error);
  };
  show(said.askingPage, false);
}

const app = document.getElementById('app');
if (app) start(app).catch(console.error);
