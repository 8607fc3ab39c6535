import { describe } from 'vitest';
import { compareLibraries } from './compared';

describe('in Firefox', () => {
  compareLibraries('Firefox', {
    // The asynchronous part of stack traces differs (docs/limits.md), and is not always there.
    'javascript.options.asyncstack': false,
  });
});
