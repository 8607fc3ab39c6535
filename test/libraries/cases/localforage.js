import localforage from 'localforage';
import { ordinary, outcome, ready } from '../page/tools.js';

/** Keeps values by each of its drivers. */
export async function page() {
  await ready;
  const kept = {};
  for (const driver of [localforage.INDEXEDDB, localforage.LOCALSTORAGE]) {
    const store = localforage.createInstance({ name: 'case', driver });
    kept[driver] = await outcome(async () => {
      await store.setItem('key', { a: [1, 'b'], date: new Date(0) });
      return [await store.getItem('key'), await store.keys(), store.driver()];
    });
  }
  return { seen: { kept, local: Object.keys(localStorage), ordinary: await ordinary() } };
}
