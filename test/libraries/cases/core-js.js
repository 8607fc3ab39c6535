import 'core-js/actual';
import { ordinary, ready } from '../page/tools.js';

/** What it replaces, and what the page does afterwards. */
export async function page() {
  await ready;
  const replaced = [
    structuredClone,
    queueMicrotask,
    Promise,
    URL,
    setTimeout,
    fetch,
    postMessage,
    Array.from,
  ];
  return {
    seen: {
      names: replaced.map(({ name, length }) => `${name} ${length}`),
      texts: replaced.map((each) => Function.prototype.toString.call(each).length).map(String),
      cloned:
        structuredClone({ a: new Map([['b', new Date(0)]]) })
          .a.get('b')
          .getTime() === 0,
      ordinary: await ordinary(),
    },
  };
}
