import { render } from 'preact';
import type { Permissions } from 'webextension-polyfill';
import { extensionApi } from '../platform/extension-api';
import { languageFor, loadLanguage } from '../prose';
import type { Permit } from '../protocol/permit';
import { PermitPage } from './PermitPage';
import { openSettings } from './session/settings';

const wanted: Permit = location.search === '?hosts' ? 'hosts' : 'cookies';
const permissions: Readonly<Record<Permit, Permissions.Permissions>> = {
  cookies: { permissions: ['cookies'] },
  hosts: { origins: ['<all_urls>'] },
};

/** Shows the page in a tab of its own, because a panel in Firefox's toolbox cannot request permissions. */
async function start(app: HTMLElement): Promise<void> {
  const browser = await extensionApi();
  const settings = await openSettings(browser.runtime);
  const language = settings.current.value.language ?? languageFor([browser.i18n.getUILanguage()]);
  await loadLanguage(language);
  document.documentElement.lang = language;
  const show = (isGiven: boolean | null) =>
    render(<PermitPage wanted={wanted} isGiven={isGiven} language={language} onAsk={ask} />, app);
  const ask = () => {
    browser.permissions.request(permissions[wanted]).then(show, console.error);
  };
  show(null);
}

const app = document.getElementById('app');
if (app) start(app).catch(console.error);
