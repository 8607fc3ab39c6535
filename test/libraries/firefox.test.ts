import { describe } from 'vitest';
import { openFirefoxBed } from '../behaviour/pages';
import { compareLibraries } from './compared';

describe('in Firefox', () => {
  compareLibraries(() =>
    openFirefoxBed({
      // Stacks go on into who made a callback run, as where DevTools are open: else that is so by chance.
      'javascript.options.asyncstack_capture_debuggee_only': false,
    }),
  );
});
