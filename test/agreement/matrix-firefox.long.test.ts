import { describe } from 'vitest';
import { agreesWith } from './matrix/agrees';
import { compareInFirefox } from './matrix/in-firefox';

describe('the report agrees with Firefox', () => agreesWith('Firefox', compareInFirefox));
