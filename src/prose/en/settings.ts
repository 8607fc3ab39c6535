/** What the settings menu says, in English. */
export const settings = {
  language: 'Language',
  automatic: 'Automatic',
  /** Whether scripts may run in the page's own world. */
  pageWorld: {
    label: 'Observe page scripts',
    meaning:
      'Runs CORScope’s scripts in the page’s own JavaScript world too, which shows calls, listeners and writers. When off, only what is visible from outside that world is shown. Applies from the next navigation.',
  },
};
