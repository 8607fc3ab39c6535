import type { Browser } from '../src/cli/browsers/browser-paths';
import { CHROMIUM, FIREFOX, findChromium, findFirefox } from '../src/cli/browsers/find-browser';
import { installPackages, leave } from './debian-packages';

/** The path of Chromium, installed first if necessary. Ends the process if that needs the user. */
export function setUpChromium(): string {
  return findChromium() ?? install(CHROMIUM, findChromium);
}

/** The path of Firefox, installed first if necessary. Ends the process if that needs the user. */
export function setUpFirefox(): string {
  return findFirefox() ?? install(FIREFOX, findFirefox);
}

/** Whether a window can be shown. */
export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

function install(browser: Browser, found: () => string | null): string {
  const { variable, debianPackage, oldest } = browser;
  const name = `${browser.name} ${oldest} or newer`;
  if (process.env[variable]) {
    leave(`${variable} is "${process.env[variable]}", which is not a working ${name}.`);
  }
  installPackages({
    name,
    packages: [debianPackage],
    otherwise: `Install it, or set ${variable} to its executable.`,
  });
  return found() ?? leave(`The package ${debianPackage} is installed, but it is not a working ${name}.`);
}
