// Whatever the library does when it is loaded, it does after the tools were made.
import * as library from 'library-under-test';
import { errors, outcome, patched, until } from './tools.js';

const isWindow = typeof document === 'object';
const role = !isWindow ? 'worker' : location.pathname === '/child' ? 'child' : 'page';

let result = null;
void outcome(() => library[role]?.()).then((ended) => {
  result = ended;
});

/** Asked for by the runner. No promise leads from there to the case: a stack would go on into who asks. */
globalThis.observed = async () => {
  const { value, ...threw } = await until(() => result, 30_000);
  return value === undefined ? { threw } : { ...value, patched: patched(), errors };
};
