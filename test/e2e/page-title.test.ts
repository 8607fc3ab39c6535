import { expect, test } from 'vitest';
import { openOnPlayground } from '../behaviour/pages';
import { describeInBrowsers } from '../browsers/describe-in-browsers';

describeInBrowsers('a report', openOnPlayground, ({ tab }) => {
  test('has the title that the page gives itself late', async () => {
    const title = async () => (await tab.report()).page.title;
    for (const later of ['Account', 'Settings']) {
      await tab.evaluate(`void (document.title = '${later}')`);
      await expect.poll(title, { timeout: 10_000 }).toBe(later);
    }
  });
});
