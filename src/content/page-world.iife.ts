import { expectPageWorld } from './hand-over';

// Runs in our own world before its script, if a script in the page's world follows.
expectPageWorld();
