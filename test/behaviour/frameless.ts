/**
 * Script that resolves to whether no stack trace of the page shows a trap. In Chromium that requires the background's
 * answer, and never becomes true in a page whose policy forbids WebAssembly.
 */
export const isFrameless = `(() => {
  try {
    new XMLHttpRequest().open('TRACE', '/');
  } catch ({ stack }) {
    return !/\\bx:\\d/.test(stack);
  }
})()`;
