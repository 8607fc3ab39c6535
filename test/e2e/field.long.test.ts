import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import { until } from '../../src/cli/browsers/until';
import type { ClientFixId } from '../../src/remedy/client-fixes';
import type { Report } from '../../src/report/model';
import { applyFix } from '../causes/apply-fix';
import type { CauseCase } from '../causes/case';
import { causeNumbers } from '../causes/codes';
import type { RecordedTab } from '../causes/record';
import { openRecordedTab } from '../causes/recorded-tab';
import { recordedOrigin, type ServableCase, serveCase } from '../causes/serve';
import { causeCases } from '../causes/table';

/** Reports whose own fix is a header or a policy of a server. */
const onServers = ['79', '82', '86', '87', '88', '89', '90'];
/** Reports whose own fix is in the page, and the change that is offered for it. */
const inPages: Readonly<Record<string, ClientFixId>> = {
  '77': 'manifest-credentials',
  '80': 'worker-from-blob',
  '83': 'content-type',
};
/** Reports that a setting of the platform or of the development server solves, and what the cause says of it. */
const bySettings: Readonly<Record<string, RegExp>> = { '78': /protection/, '81': /allowedDevOrigins/ };

const byNumber = (number: string): CauseCase => {
  const found = causeCases.find(({ cause }) => causeNumbers[cause] === number);
  if (!found) throw new Error(`causes: there is no case ${number}`);
  return found;
};

/** Runs the broken variant of a case, with changed servers or without. */
async function run(definition: CauseCase, tab: RecordedTab, name: string, servers = definition.servers) {
  const served = await serveCase({ ...definition, servers } satisfies ServableCase, 'broken', name);
  try {
    await tab.open(served.blank);
    await tab.inPanel('corscope.idle()');
    await tab.inPanel('corscope.clear()');
    await tab.open(served.page);
    for (const action of definition.actions ?? []) await tab.inPage(action);
    for (const command of definition.commands ?? []) await tab.command(command);
    const result = await until(`the result of ${definition.cause}`, () =>
      tab
        .inPage<Record<string, unknown> | null>('globalThis.result ?? null')
        .catch((error: unknown) => void error),
    );
    await tab.inPanel('corscope.idle()');
    const report = await tab.inPanel<Report>('corscope.report({ redact: false })');
    return { result, stable: served.stable(JSON.stringify(report)) };
  } finally {
    await served.close();
  }
}

describe('a public report, in Chromium', () => {
  let tab: RecordedTab & { close(): Promise<void> };
  let playground: Playground;
  beforeAll(async () => {
    playground = await servePlayground({ ports: [0, 0] });
    tab = await openRecordedTab.chromium(`${playground.origins.page}/blank`);
  });
  afterAll(async () => {
    await tab?.close();
    await playground?.close();
  });

  test.each(onServers)('%s works once the headers and policies that we name are applied', async (number) => {
    const definition = byNumber(number);
    const before = await run(definition, tab, `fix-${number}a`);
    expect(definition.works(before.result)).toBe(false);
    const servers = Object.fromEntries(
      Object.keys(definition.servers).map((name): [string, CauseCase['servers'][string]] => [
        name,
        (request, context) => {
          // The next run has hosts and ports of its own.
          const text = Object.keys(definition.origins).reduce(
            (stable, each) => stable.replaceAll(recordedOrigin(definition, each), context.origin(each)),
            before.stable,
          );
          const report = JSON.parse(text) as Report;
          const fixed = applyFix(definition, report, context.origin).definition.servers[name];
          if (!fixed) throw new Error(`causes: there is no server "${name}"`);
          return fixed(request, context);
        },
      ]),
    );
    const { result } = await run(definition, tab, `fix-${number}b`, servers);
    expect(definition.works(result), JSON.stringify(result)).toBe(true);
  });

  test.each(Object.keys(inPages))('%s has the change of the page that solved it', async (number) => {
    const { stable } = await run(byNumber(number), tab, `fix-${number}`);
    const { exchanges } = JSON.parse(stable) as Report;
    expect(exchanges.flatMap(({ fix }) => fix.changes.map(({ id }) => id))).toContain(inPages[number]);
    // No policy is offered for what the page does wrong.
    const wrong = exchanges.filter(({ fix }) => fix.changes.some(({ id }) => id === inPages[number]));
    expect(wrong.map(({ fix }) => fix.policy)).toEqual(wrong.map(() => null));
  });

  test.each(Object.keys(bySettings))('%s has the setting that solved it, and no policy', async (number) => {
    const { stable } = await run(byNumber(number), tab, `fix-${number}`);
    const { exchanges } = JSON.parse(stable) as Report;
    const [cause] = exchanges.flatMap(({ causes }) => causes);
    expect(cause?.remedy).toMatch(bySettings[number]!);
    expect(exchanges.flatMap(({ fix }) => fix.policy ?? [])).toEqual([]);
  });
});
