import { describe } from 'vitest';
import { agreesWith } from './matrix/agrees';
import { compareInFirefox } from './matrix/in-firefox';

describe("the report has Firefox's word", () => agreesWith(compareInFirefox));
