import type { Browser, Scripting } from 'webextension-polyfill';

/** The paths of the built scripts. */
export interface ScriptFiles {
  /** Runs in our own world. */
  readonly isolated: string;
  /** Runs in our own world before `isolated`, where `main` follows. */
  readonly pageWorld: string;
  /** Runs in the page's world. */
  readonly main: string;
}

/**
 * Scripts for every frame, before its own first script. The one in our world comes first in the list, so it runs
 * first.
 */
function scripts(
  { isolated, pageWorld, main }: ScriptFiles,
  withPageWorld: boolean,
): readonly Scripting.RegisteredContentScript[] {
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

/**
 * The scripts that run in pages while a tab is watched. Changes happen one at a time, in the order of the calls.
 */
export interface ContentScripts {
  /** Resolves when every new document will have them. */
  register(withPageWorld: boolean): Promise<void>;
  unregister(): Promise<void>;
}

/** Manages the registered scripts, including those that an earlier background left. */
export function openContentScripts(
  { scripting }: Pick<Browser, 'scripting'>,
  files: ScriptFiles,
): ContentScripts {
  let last: Promise<void> = Promise.resolve();
  const change = (to: readonly Scripting.RegisteredContentScript[]) => {
    last = last.then(() => replaceBy(scripting, to)).catch(console.error);
    return last;
  };
  return {
    register: (withPageWorld) => change(scripts(files, withPageWorld)),
    unregister: () => change([]),
  };
}

async function replaceBy(
  scripting: Scripting.Static,
  wanted: readonly Scripting.RegisteredContentScript[],
): Promise<void> {
  const registered = await scripting.getRegisteredContentScripts();
  const names = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).join();
  if (names(registered) === names(wanted)) return;
  if (registered.length > 0) {
    await scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  }
  if (wanted.length > 0) await scripting.registerContentScripts([...wanted]);
}
