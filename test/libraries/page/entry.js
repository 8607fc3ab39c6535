// The library must load after the tools were created.
import * as library from 'library-under-test';
import { errors, outcome, patched, until } from './tools.js';

const isWindow = typeof document === 'object';
const role = !isWindow ? 'worker' : location.pathname === '/child' ? 'child' : 'page';

let result = null;
void outcome(() => library[role]?.()).then((ended) => {
  result = ended;
});

/**
 * The runner calls this. No promise connects it to the case, or stack traces of the case would continue into
 * the caller.
 */
globalThis.observed = async () => {
  const { value, ...threw } = await until(() => result, 30_000);
  return value === undefined ? { threw } : { ...value, patched: patched(), errors };
};
