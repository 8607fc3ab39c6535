import { expect, test } from 'vitest';
import { advice } from '../../playground/topics/advice';
import { until } from '../../src/cli/browsers/until';
import type { ReportAdvice } from '../../src/report/model';
import { describeInBrowsers } from '../browsers/describe-in-browsers';
import { inTurn } from '../support/in-turn';
import { isLong } from '../support/is-long';
import { openBesidePlayground } from './panel-beside';

const unsafe = advice.filter((page) => page.advice).filter((_, index) => isLong || index % 4 < 2);
/** A short run leaves these out: each has a recording in a unit test. */
const safe = isLong ? advice.filter((page) => !page.advice) : [];
/** Existing pages that call for no change. */
const clean = [
  'same-origin-get',
  'same-origin-put',
  'simple-exact',
  'simple-wildcard',
  'simple-post-form',
  'simple-headers',
  'preflighted-put',
  'preflighted-json',
  'no-cors-image',
  'sandboxed-frame-mismatch',
  'xhr-with-credentials',
];

describeInBrowsers('advice', openBesidePlayground, ({ playground, watched }, browser) => {
  const run = async (id: string): Promise<readonly ReportAdvice[]> => {
    const { on } = advice.find((page) => page.id === id) ?? { on: 'page' };
    await watched.goto(`${playground.origins[on === 'plain' ? 'plain' : 'page']}/run/${id}`);
    await until('the scenario to end', () =>
      watched.evaluate<boolean>('!!globalThis.scenario?.done').catch(() => false),
    );
    await watched.inPanel('corscope.idle()');
    return watched.inPanel('corscope.report({ redact: "readable" }).then(({ advice }) => advice)');
  };
  const codesOf = async (id: string) => (await run(id)).map(({ code }) => code as string);

  test.each(inTurn(unsafe, browser))('$id has it', async ({ id, advice: code }) => {
    await expect.poll(() => codesOf(id)).toContain(code);
  });

  test.each(inTurn(safe, browser))('$id has nothing of it', async ({ id }) => {
    expect(await codesOf(id)).not.toContain(id.replace('safe-', ''));
  });

  test.each(inTurn(clean, browser))('%s has no advice', async (id) => {
    expect(await codesOf(id)).toEqual([]);
  });

  test('is listed in its view, with a link to the request that it rests on', async () => {
    await run('advice-reflected-origin');
    await watched.inPanel(`(document.querySelector('#tab-advice').click(), 1)`);
    const row = `document.querySelector('.advice-table [data-code=reflected-origin]')`;
    await expect.poll(() => watched.inPanel<string>(`${row}?.innerText ?? ''`)).toContain('none was refused');
    await watched.inPanel(`(${row}.click(), 1)`);
    const link = `document.querySelector('.advice-rests button')`;
    await expect
      .poll(() => watched.inPanel<string>(`${link}?.innerText ?? ''`))
      .toContain('GET http://api.b');
    await watched.inPanel(`(${link}.click(), 1)`);
    await expect
      .poll(() => watched.inPanel<string>(`document.querySelector('.headline')?.innerText ?? ''`))
      .toContain('can read');
  });
});
