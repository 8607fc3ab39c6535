import { signal } from '@preact/signals';
import type { ProxyId } from '../../remedy/proxies';
import type { StackId } from '../../remedy/stacks';

/** What a fix is written for: a stack of the server, or a proxy on the server of the page. */
export type FixChoice = StackId | `proxy:${ProxyId}`;

/** What the user chose for a server, kept while the panel is open. */
export interface StackChoices {
  /** Returns null if none was chosen. */
  of(server: string): FixChoice | null;
  choose(server: string, choice: FixChoice): void;
  /** The stack that was chosen; null if none was, or a proxy. */
  stackOf(server: string): StackId | null;
}

/** Whether a choice is a stack of the server. */
export function isStack(choice: FixChoice): choice is StackId {
  return !choice.startsWith('proxy:');
}

const maxChoices = 200;

/** Opens choices without any. */
export function openStackChoices(): StackChoices {
  const chosen = signal<ReadonlyMap<string, FixChoice>>(new Map());
  return {
    of: (server) => chosen.value.get(server) ?? null,
    stackOf(server) {
      const choice = chosen.value.get(server) ?? null;
      return choice !== null && isStack(choice) ? choice : null;
    },
    choose(server, choice) {
      const others = [...chosen.value].filter(([other]) => other !== server);
      chosen.value = new Map([...others, [server, choice] as const].slice(-maxChoices));
    },
  };
}
