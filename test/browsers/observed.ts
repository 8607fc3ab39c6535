/**
 * An expression that tells in a page whether its calls are observed. An observer of a call reads descriptors
 * from a Proxy, and the browser does not. No request is made.
 */
export const isObserved = `(() => {
  let reads = 0;
  const getOwnPropertyDescriptor = (init, name) => {
    reads++;
    return Reflect.getOwnPropertyDescriptor(init, name);
  };
  const init = new Proxy({ signal: AbortSignal.abort() }, { getOwnPropertyDescriptor });
  fetch('/aborted', init).catch(() => {});
  return reads > 0;
})()`;
