import { describe } from 'vitest';
import { openFirefoxBed } from '../behaviour/pages';
import { compareLibraries } from './compared';

describe('in Firefox', () => {
  compareLibraries(() =>
    openFirefoxBed({
      // The asynchronous part of stack traces differs (docs/limits.md), and is not always there.
      'javascript.options.asyncstack': false,
    }),
  );
});
