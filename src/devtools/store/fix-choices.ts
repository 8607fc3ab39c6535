import { signal } from '@preact/signals';
import type { ProxyId } from '../../remedy/proxies';
import type { StackId } from '../../remedy/stacks';

/** What a fix is written for: a stack of the server, or a proxy on the server of the page. */
export type FixChoice =
  | { readonly kind: 'stack'; readonly id: StackId }
  | { readonly kind: 'proxy'; readonly id: ProxyId };

/** What the user chose for a server, kept while the panel is open. */
export interface FixChoices {
  /** Returns null if nothing was chosen. */
  of(server: string): FixChoice | null;
  choose(server: string, choice: FixChoice): void;
}

const maxChoices = 200;

/** Opens choices without any. */
export function openFixChoices(): FixChoices {
  const chosen = signal<ReadonlyMap<string, FixChoice>>(new Map());
  return {
    of: (server) => chosen.value.get(server) ?? null,
    choose(server, choice) {
      const others = [...chosen.value].filter(([other]) => other !== server);
      chosen.value = new Map([...others, [server, choice] as const].slice(-maxChoices));
    },
  };
}
