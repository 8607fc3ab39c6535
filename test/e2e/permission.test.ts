import { expect, test } from 'vitest';
import { servePlayground } from '../../playground/server';
import type { Report } from '../../src/report/model';
import { openFirefox } from '../browsers/firefox';
import { until } from '../browsers/until';

test('Firefox withholding the hosts is said, with the button that asks for them, and then it records', async () => {
  const playground = await servePlayground({ ports: [0, 0] });
  const firefox = await openFirefox({
    extension: 'dist/firefox',
    prefs: { 'extensions.originControls.grantByDefault': false },
  });
  try {
    const page = await firefox.tab();
    await firefox.goto(page, `${playground.origins.page}/blank`);
    const tool = await firefox.openPanelInToolbox(playground.origins.page, 'CORScope');
    const inPanel = <T>(expression: string) => firefox.inPanel<T>(tool, expression);
    await until('the panel', () =>
      inPanel<boolean>('!!window.corscope && corscope.ready.then(() => true)').catch(() => false),
    );
    const text = await until('the words', () =>
      inPanel<string>(`document.body.innerText.includes('No site access') && document.body.innerText`),
    );
    expect(text).toContain('Grant access');
    expect(await inPanel<Report>('corscope.report({ redact: "readable" })')).toMatchObject({
      recording: { hostPermission: false },
    });

    // A panel in the toolbox cannot ask: a page of its own does, and the browser after it.
    await firefox.clickInPanel(tool, '.empty .button');
    await until('the page that asks', () => firefox.clickInTab('src/devtools/permit.html?hosts', '.button'));
    await until("the browser's own question", () =>
      firefox.inWindow<boolean>(`
        const asked = PopupNotifications.panel.firstElementChild?.button;
        asked?.click();
        return !!asked;`),
    );
    await until('the permission', () =>
      inPanel<boolean>(
        'corscope.report({ redact: "readable" }).then(({ recording }) => recording.hostPermission)',
      ),
    );
    await firefox.goto(page, `${playground.origins.page}/run/allow-origin-missing`);
    await until('the scenario to end', () => firefox.evaluate<boolean>(page, 'scenario.done'));
    // The page that asked is in front, and what is behind it takes its time.
    const blocked = await until('the verdict', async () => {
      const { exchanges } = await inPanel<Report>('corscope.report({ redact: "readable" })');
      const found = exchanges.filter(({ outcome }) => outcome === 'blocked');
      return found.length > 0 && found;
    });
    expect(blocked.map(({ findings }) => findings[0]?.code)).toEqual(['allow-origin-missing']);
  } finally {
    await firefox.close();
    await playground.close();
  }
});
