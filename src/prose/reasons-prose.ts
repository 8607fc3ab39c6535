import type { HiddenBecause } from '../engine';
import type { CookieBecause } from '../exchange/explained/cookie-sight';
import type { Language } from './prose';
import { reasonsEn } from './reasons-en';
import { reasonsZhCn } from './reasons-zh-cn';

/** Why script does not see a header, and what became of a cookie, in one language. */
export interface ReasonsProse {
  readonly hidden: Readonly<Record<HiddenBecause, string>>;
  readonly cookies: Readonly<Record<CookieBecause, string>>;
}

/** These reasons in a language. */
export function reasonsProseFor(language: Language): ReasonsProse {
  return language === 'zh-CN' ? reasonsZhCn : reasonsEn;
}
