import { render } from 'preact';
import type { Permissions } from 'webextension-polyfill';
import { extensionApi } from '../platform/extension-api';
import { languageFor, loadLanguage } from '../prose';
import { detailProseFor } from '../prose/detail';
import type { Permit } from '../protocol/permit';
import { openSettings } from './session/settings';

const wanted: Permit = location.search === '?hosts' ? 'hosts' : 'cookies';
const permissions: Readonly<Record<Permit, Permissions.Permissions>> = {
  cookies: { permissions: ['cookies'] },
  hosts: { origins: ['<all_urls>'] },
};

/** Asks for a permission in a tab of its own, for a panel in Firefox's toolbox cannot ask. */
async function start(app: HTMLElement): Promise<void> {
  const browser = await extensionApi();
  const settings = await openSettings(browser.runtime);
  const language = settings.current.value.language ?? languageFor([browser.i18n.getUILanguage()]);
  await loadLanguage(language);
  const said = detailProseFor(language).permit;
  document.documentElement.lang = language;
  const show = (text: string, isAnswered: boolean) =>
    render(
      <main class="tab-list">
        <p>{text}</p>
        {!isAnswered && (
          <button type="button" class="button is-first" onClick={ask}>
            {said.give}
          </button>
        )}
      </main>,
      app,
    );
  const ask = () => {
    browser.permissions
      .request(permissions[wanted])
      .then((isGiven) => show(isGiven ? said.given : said.refused, true), console.error);
  };
  show(said.asking[wanted], false);
}

const app = document.getElementById('app');
if (app) start(app).catch(console.error);
