/// <reference types="@crxjs/vite-plugin/client" />
import type { Browser } from 'webextension-polyfill';
import isolated from '../content/isolated.iife?script&iife';
import main from '../content/main.iife?script&iife';
import pageWorld from '../content/page-world.iife?script&iife';
import { browserInfo } from '../platform/browser-info';
import { settingsStore } from '../platform/settings-store';
import { openBackground } from './open-background';

/** The extension API. Both browsers return promises in a background. */
const browser = ((globalThis as { readonly browser?: unknown }).browser ??
  (globalThis as { readonly chrome?: unknown }).chrome) as Browser;

openBackground({
  browser,
  info: browserInfo(browser),
  files: { isolated, pageWorld, main },
  store: settingsStore,
});
