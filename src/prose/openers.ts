import type { SeveredBecause } from '../channels/opener-story';
import type { OpenerPolicyValue } from '../engine';
import { openersEn } from './en/openers';
import type { Language } from './prose';
import { openersZhCn } from './zh-cn/openers';

/** What is said of windows that the page opened and their openers, in one language. Loaded where it is said. */
export interface OpenersProse {
  /** Over all that is said of it beside a request. */
  readonly title: string;
  readonly hasOpener: string;
  readonly yes: string;
  readonly no: string;
  readonly why: string;
  readonly because: Readonly<Record<SeveredBecause, string>>;
  /** What no longer works, in either direction. */
  readonly severed: string;
  readonly openedPolicy: string;
  readonly openerPolicy: string;
  /** Of the document before it in its tab, where it is not the first. */
  readonly beforePolicy: string;
  readonly policies: Readonly<Record<OpenerPolicyValue, string>>;
  readonly policyUnknown: string;
}

/** What is said of opened windows in a language. */
export function openersProseFor(language: Language): OpenersProse {
  return language === 'zh-CN' ? openersZhCn : openersEn;
}
