/** What the settings menu says, in English. */
export const settings = {
  language: 'Language',
  automatic: 'Automatic',
  /** Whether scripts may run in the page's own world. */
  pageWorld: {
    label: 'Look from inside the page',
    meaning:
      'Scripts of CORScope also run in the page’s own world, where calls, listeners and writers are seen. ' +
      'Without them, only what shows from beside the page. From the next navigation on.',
  },
};
