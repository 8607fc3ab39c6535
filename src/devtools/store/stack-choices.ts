import { signal } from '@preact/signals';
import type { StackId } from '../../remedy/stacks';

/** The stack that the user chose for a server, kept while the panel is open. */
export interface StackChoices {
  /** Returns null if none was chosen. */
  of(server: string): StackId | null;
  choose(server: string, stack: StackId): void;
}

const maxChoices = 200;

/** Opens choices without any. */
export function openStackChoices(): StackChoices {
  const chosen = signal<ReadonlyMap<string, StackId>>(new Map());
  return {
    of: (server) => chosen.value.get(server) ?? null,
    choose(server, stack) {
      const others = [...chosen.value].filter(([other]) => other !== server);
      chosen.value = new Map([...others, [server, stack] as const].slice(-maxChoices));
    },
  };
}
