import { expect, test } from 'vitest';
import { servePlayground } from '../../playground/server';
import type { Report } from '../../src/report/model';
import { openFirefox } from '../browsers/firefox';
import { until } from '../browsers/until';

const extensionId = 'corscope@corscope.dev';

test('Firefox withholding the hosts is said, with the button that asks for them, and then it records', async () => {
  const playground = await servePlayground({ ports: [0, 0] });
  const firefox = await openFirefox({
    extension: 'dist/firefox',
    prefs: { 'extensions.originControls.grantByDefault': false },
  });
  try {
    const page = await firefox.tab();
    await firefox.goto(page, `${playground.origins.page}/blank`);
    const panel = await firefox.panelFor(playground.origins.page);
    const inPanel = <T>(expression: string) => firefox.evaluate<T>(panel, expression);
    await until('the panel', () => inPanel<boolean>('!!globalThis.corscope').catch(() => false));
    await inPanel('corscope.ready');
    const text = await until('the words', () =>
      inPanel<string>(`document.body.innerText.includes('No access to sites') && document.body.innerText`),
    );
    expect(text).toContain('Give it');
    expect(await inPanel<Report>('corscope.report()')).toMatchObject({
      recording: { hostPermission: false },
    });

    // A person clicks the button and agrees; what that does, the browser's own window can do.
    await firefox.inWindow(`
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('${extensionId}');
      await ExtensionPermissions.add('${extensionId}', { permissions: [], origins: ['<all_urls>'] }, extension);`);
    await until('the permission', () =>
      inPanel<boolean>('corscope.report().then(({ recording }) => recording.hostPermission)'),
    );
    await firefox.goto(page, `${playground.origins.page}/run/allow-origin-missing`);
    await until('the scenario to end', () => firefox.evaluate<boolean>(page, 'scenario.done'));
    const report = await inPanel<Report>('corscope.idle().then(() => corscope.report())');
    const blocked = report.exchanges.filter(({ outcome }) => outcome === 'blocked');
    expect(blocked.map(({ findings }) => findings[0]?.code)).toEqual(['allow-origin-missing']);
  } finally {
    await firefox.close();
    await playground.close();
  }
});
