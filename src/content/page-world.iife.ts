import { expectPageWorld } from './hand-over';

// In our own world, before its script, where a script in the page's world comes after that.
expectPageWorld();
