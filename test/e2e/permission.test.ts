import { expect, test } from 'vitest';
import { servePlayground } from '../../playground/server';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import { openFirefox } from '../browsers/firefox';

test('Firefox withholding the hosts is said, with the button that asks for them, and then it records, also what waits for the local network', async () => {
  const playground = await servePlayground({ ports: [0, 0] });
  const firefox = await openFirefox({
    extension: 'dist/firefox',
    prefs: {
      'extensions.originControls.grantByDefault': false,
      // The first port counts as a public address, the second one stays in the local network.
      'network.lna.address_space.public.override': `127.0.0.1:${playground.ports[0]}`,
    },
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

    // The browser's own question about the local network keeps a request waiting.
    await firefox.goto(page, `${playground.origins.page}/blank`);
    await firefox.front(page);
    const rowOf = async (name: string) => {
      const { exchanges } = await inPanel<Report>('corscope.report({ redact: "readable" })');
      return exchanges.find(({ url }) => url.includes(`c=${name}&`));
    };
    const request = (name: string) =>
      firefox.evaluate(
        page,
        `void fetch('${playground.origins.otherPort}/x?c=${name}&ok=1').catch(() => {})`,
      );
    const becomes = (name: string, outcome: string) =>
      until(`"${name}" to be ${outcome}`, async () => {
        const row = await rowOf(name);
        return row?.outcome === outcome && row;
      });
    await request('asked');
    await until('the question about the local network', () =>
      firefox.inWindow<boolean>('return !!PopupNotifications.getNotification("loopback-network")'),
    );
    await becomes('asked', 'pending');
    await until('the answer', () =>
      firefox.inWindow<boolean>(`
        PopupNotifications.panel.firstElementChild?.button.click();
        return !PopupNotifications.getNotification('loopback-network');`),
    );
    await becomes('asked', 'allowed');
    await firefox.inWindow(`
      const { contentPrincipal } = gBrowser.selectedBrowser;
      Services.perms.addFromPrincipal(contentPrincipal, 'loopback-network', Services.perms.DENY_ACTION);`);
    await request('denied');
    // The frames are asked after the browser denied it.
    const denied = await until('the reason', async () => {
      const [finding] = (await rowOf('denied'))?.findings ?? [];
      return finding?.evidence.state === 'denied' && finding;
    });
    expect(denied.code).toBe('local-network-denied');
  } finally {
    await firefox.close();
    await playground.close();
  }
});
