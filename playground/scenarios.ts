import type { Caused } from './caused';
import type { Scenario, SectionKey, Text } from './scenario';
import { access } from './topics/access';
import { advice } from './topics/advice';
import { causesOfPages } from './topics/cause-pages';
import { causesOfServers } from './topics/cause-servers';
import { causesInValues } from './topics/cause-values';
import { causes } from './topics/causes';
import { cookies } from './topics/cookies';
import { credentials } from './topics/credentials';
import { elsewhere } from './topics/elsewhere';
import { notAnOriginRule } from './topics/not-an-origin-rule';
import { opaque } from './topics/opaque';
import { ownPolicies } from './topics/own-policies';
import { preflight } from './topics/preflight';
import { redirects } from './topics/redirects';
import { plainRefusals, preflightRefusals, responseRefusals } from './topics/refusals';
import { rules } from './topics/rules';
import { sameOrigin } from './topics/same-origin';
import { simple } from './topics/simple';

/** The index's sections, in its order. */
export const sections: Readonly<Record<SectionKey, Text>> = {
  rules: { en: 'What is another origin', 'zh-CN': '跨域规则表' },
  access: { en: 'Three kinds of access', 'zh-CN': '三种跨域访问' },
  cookies: { en: 'Cookies', 'zh-CN': 'Cookie' },
  'same-origin': { en: 'Same origin', 'zh-CN': '同源' },
  simple: { en: 'Another origin, no preflight', 'zh-CN': '跨域，无需预检' },
  credentials: { en: 'With credentials', 'zh-CN': '携带凭据' },
  preflight: { en: 'Another origin, with a preflight', 'zh-CN': '跨域，先预检' },
  redirects: { en: 'Redirects', 'zh-CN': '重定向' },
  opaque: { en: 'Embedded or opaque', 'zh-CN': '嵌入或不透明' },
  elsewhere: { en: 'Frames and workers', 'zh-CN': '框架与 Worker' },
  causes: { en: 'Failures whose cause is elsewhere', 'zh-CN': '原因在别处的失败' },
  advice: { en: 'What works and should change', 'zh-CN': '可用但应当修改' },
  'own-policies': { en: 'The page’s own policies', 'zh-CN': '页面自身的策略' },
  'not-an-origin-rule': { en: 'Failures without an origin rule', 'zh-CN': '与源规则无关的失败' },
};

/** Every scenario that is about one verdict. */
export const scenarios: readonly Scenario[] = [
  ...rules,
  ...access,
  ...cookies,
  ...sameOrigin,
  ...simple,
  ...credentials,
  ...responseRefusals,
  ...preflight,
  ...preflightRefusals,
  ...plainRefusals,
  ...redirects,
  ...opaque,
  ...elsewhere,
  ...causes.map(({ broken }) => broken),
  ...ownPolicies,
  ...notAnOriginRule,
];

/** Every cause that a page shows, with the page that is fixed. */
export const causePages: readonly Caused[] = [
  ...causes,
  ...causesInValues,
  ...causesOfServers,
  ...causesOfPages,
];

/** All scenarios, with those about causes and those that the Advice view is about. */
export const pages: readonly Scenario[] = [
  ...scenarios.filter(({ section }) => section !== 'causes'),
  ...causePages.flatMap(({ broken, fixed }) => [broken, fixed]),
  ...advice,
];

/** The scenario of that id. Throws where there is none. */
export function scenarioOf(id: string): Scenario {
  const found = pages.find((scenario) => scenario.id === id);
  if (!found) throw new Error(`playground: no scenario "${id}"`);
  return found;
}

/** What `/demo` runs, in this order: one of each kind. */
export const demo: readonly Scenario[] = [
  'same-origin-get',
  'same-origin-put',
  'simple-exact',
  'simple-wildcard',
  'xhr-with-credentials',
  'preflighted-put',
  'preflighted-json',
  'no-cors-image',
  'allow-origin-missing',
  'allow-origin-mismatch',
  'wildcard-with-credentials',
  'preflight-status-404',
  'method-not-allowed',
  'header-not-allowed',
  'redirect-tainted-origin',
  'connection-refused',
].map(scenarioOf);
