import type { CauseConfidence, Scenario, ShownCause, Step, Text } from './scenario';

/** A page whose request fails for a known cause, and the same page after the fix. */
export interface Caused {
  readonly broken: Scenario;
  readonly fixed: Scenario;
}

type Parts = Pick<Scenario, 'on' | 'policy'>;

/** What is special about one of the two pages, or both. */
interface Options extends Partial<Parts> {
  readonly fixed?: Partial<Parts>;
}

/** The two pages about a cause; the confidence is that of both browsers, unless they differ. */
export function caused(
  code: string,
  confidence: CauseConfidence | ShownCause['confidence'],
  title: Text,
  broken: readonly Step[],
  fixed: readonly Step[],
  { fixed: fixedParts = {}, ...parts }: Options = {},
): Caused {
  const cause = {
    code,
    confidence:
      confidence !== null && typeof confidence === 'object'
        ? confidence
        : { Chromium: confidence, Firefox: confidence },
  };
  const shared = { section: 'causes', on: 'page', ...parts } as const;
  return {
    broken: { ...shared, id: `cause-${code}`, title, cause, steps: broken },
    fixed: {
      ...shared,
      ...fixedParts,
      id: `fixed-${code}`,
      title: { en: `${title.en} ✓`, 'zh-CN': `${title['zh-CN']} ✓` },
      steps: fixed,
    },
  };
}
