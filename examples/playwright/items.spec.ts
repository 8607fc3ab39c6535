import { expect, test } from 'corscope/playwright';

test('the page gets all that it requests from other origins', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveNoBlockedRequests({
    // Blocked on purpose: the code of a finding, the beginning of a URL, or a pattern.
    except: [/\/analytics\//],
  });
});
