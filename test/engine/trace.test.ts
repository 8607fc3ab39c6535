import { describe, expect, test } from 'vitest';
import { decide, failedSteps } from '../../src/engine/trace';

describe('decide', () => {
  test('returns at the first rule that holds, and records what it passed over and what would fail next', () => {
    const trace = decide<string>('corsCheck', { origin: null }, [
      { step: '1', when: false, returns: 'failure', finding: 'allow-origin-missing' },
      { step: '2', when: true, returns: 'failure', finding: 'allow-origin-mismatch' },
      { step: '3', when: true, returns: 'success' },
      { step: '4', when: false, returns: 'failure', finding: 'allow-origin-multiple' },
      { step: '5', when: true, returns: 'failure', finding: 'allow-credentials-missing' },
    ]);
    expect(trace).toEqual({
      section: 'corsCheck',
      result: 'failure',
      step: '2',
      finding: 'allow-origin-mismatch',
      evidence: { origin: null },
      passedOver: ['1'],
      failsToo: [{ step: '5', finding: 'allow-credentials-missing' }],
    });
    expect(failedSteps(trace).map(({ step }) => step)).toEqual(['2', '5']);
  });

  test('has no failed steps if it passed', () => {
    const trace = decide('corsCheck', {}, [{ step: '1', when: true, returns: 'success' }]);
    expect(failedSteps(trace)).toEqual([]);
  });

  test('throws if no rule holds', () => {
    expect(() => decide('corsCheck', {}, [{ step: '1', when: false, returns: 'success' }])).toThrow(
      'engine: corsCheck has no rule that returns',
    );
  });
});
