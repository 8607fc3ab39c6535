import { type HeaderList, headerValues } from '../engine';
import type { Stack } from './stack';
import { type StackId, stacks } from './stacks';

/** A stack that names itself, and where. */
export interface GuessedStack {
  readonly id: StackId;
  /** The header line that names it. */
  readonly header: string;
}

/** A framework adds CORS headers closer to the routes than a proxy in front of it, so it is looked for first. */
const headers = ['X-Powered-By', 'Server', 'Via'] as const;

/** Returns the stack that responses of a server name; null if they name none that a policy can be written for. */
export function guessStack(responses: readonly HeaderList[]): GuessedStack | null {
  for (const name of headers) {
    for (const headerList of responses) {
      for (const value of headerValues(headerList, name)) {
        const id = (Object.keys(stacks) as StackId[]).find((each) => {
          const { says }: Stack = stacks[each];
          return says?.test(value.replace(/^\d(\.\d)? /, ''));
        });
        if (id) return { id, header: `${name}: ${value}` };
      }
    }
  }
  return null;
}
