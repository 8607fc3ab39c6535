import { describe } from 'vitest';
import { agreesWith } from './matrix/agrees';
import { compareInChromium } from './matrix/in-chromium';

describe('the report agrees with Chromium', () => agreesWith('Chromium', compareInChromium));
