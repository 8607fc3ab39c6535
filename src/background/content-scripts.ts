/// <reference types="@crxjs/vite-plugin/client" />
import type { Scripting } from 'webextension-polyfill';
import isolated from '../content/isolated.iife?script&iife';
import main from '../content/main.iife?script&iife';
import pageWorld from '../content/page-world.iife?script&iife';
import { browser } from '../platform/browser-api';

/** In every frame, before its first script. The one in our own world stands first, and so runs first. */
function scripts(withPageWorld: boolean): readonly Scripting.RegisteredContentScript[] {
  const common = {
    matches: ['<all_urls>'],
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_start',
    persistAcrossSessions: false,
  } as const;
  const id = withPageWorld ? 'isolated-first' : 'isolated';
  const js = withPageWorld ? [pageWorld, isolated] : [isolated];
  const own = { ...common, matches: [...common.matches], id, js };
  const ofPage = { ...own, id: 'main', js: [main], world: 'MAIN' } as const;
  return (withPageWorld ? [own, ofPage] : [own]) as readonly Scripting.RegisteredContentScript[];
}

/** The scripts that run in pages while somebody watches. One change at a time, in the order they are asked for. */
export interface ContentScripts {
  /** Resolves once documents that are made from then on have them. */
  register(withPageWorld: boolean): Promise<void>;
  unregister(): Promise<void>;
}

/** Takes charge of the registered scripts, whatever an earlier background has left. */
export function openContentScripts(): ContentScripts {
  let last: Promise<void> = Promise.resolve();
  const change = (to: readonly Scripting.RegisteredContentScript[]) => {
    last = last.then(() => replaceBy(to)).catch(console.error);
    return last;
  };
  return {
    register: (withPageWorld) => change(scripts(withPageWorld)),
    unregister: () => change([]),
  };
}

async function replaceBy(wanted: readonly Scripting.RegisteredContentScript[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  const names = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).join();
  if (names(registered) === names(wanted)) return;
  if (registered.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  }
  if (wanted.length > 0) await browser.scripting.registerContentScripts([...wanted]);
}
