import { describe } from 'vitest';
import { comparePages } from './compared';

describe('in Firefox', () => {
  comparePages('Firefox');
});
