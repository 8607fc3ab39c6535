import { describe } from 'vitest';
import { comparePages } from './compared';
import { openFirefoxBed } from './pages';

describe('in Firefox', () => {
  comparePages(openFirefoxBed);
});
