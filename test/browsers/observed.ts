/**
 * An expression for a page: whether its calls are observed. Nothing else shows it: who looks at a call asks a Proxy for
 * descriptors, and the browser does not.
 */
export const isObserved = `(() => {
  let reads = 0;
  const init = new Proxy({}, { getOwnPropertyDescriptor: () => void reads++ });
  fetch('data:,', init).catch(() => {});
  return reads > 0;
})()`;
