import { describe } from 'vitest';
import { openFirefoxBed } from '../behaviour/pages';
import { compareLibraries } from './compared';

describe('in Firefox', () => {
  compareLibraries(() =>
    openFirefoxBed({
      // The part of stacks that is called asynchronous differs (docs/limits.md), and is there by chance.
      'javascript.options.asyncstack': false,
    }),
  );
});
