/**
 * An expression for a page: whether its calls are observed. Little else shows it: who looks at a call asks a Proxy for
 * descriptors, and the browser does not. Nothing is requested.
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
