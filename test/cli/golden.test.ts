import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../playground/listen';
import type { Command, OptionValues } from '../../src/cli/command';
import { check } from '../../src/cli/commands/check';
import { diff } from '../../src/cli/commands/diff';
import { explain } from '../../src/cli/commands/explain';
import { fix } from '../../src/cli/commands/fix';
import { replay as replayRequests } from '../../src/cli/commands/replay';
import { loadWords } from '../../src/cli/language';
import { languages } from '../../src/prose';
import { reportText } from '../../src/report/formats';
import { readRecording, replay } from '../causes/read-recording';
import { reportOfFacts } from '../support/reports';
import { called } from './called';

// What each command prints, as files in golden/: a change of the output is a change of one of them. After a change that is
// wanted: npx vitest run --project unit test/cli/golden.test.ts -u

const folder = mkdtempSync(join(tmpdir(), 'corscope-golden-'));
let server: Awaited<ReturnType<typeof listen>>;
let origin = '';

const reportOf = (id: string, variant: 'broken' | 'fix') => {
  const { recorded } = replay(readRecording(id as Parameters<typeof readRecording>[0], variant, 'chromium'));
  return reportOfFacts(recorded.exchanges, { frames: recorded.page.frames });
};
const transcript = `* Connected to api.example (192.0.2.1) port 443
> GET /items HTTP/2
> Host: api.example
> Origin: https://app.example
>
< HTTP/2 200
< content-type: application/json
< access-control-allow-origin: https://other.example
<
`;
const message = `Access to fetch at 'https://api.example/items' from origin 'https://app.example' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.`;

beforeAll(async () => {
  await Promise.all(languages.map(loadWords));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('broken.json', reportText(reportOf('nginx-header-not-always', 'broken'), 'json'));
  write('fixed.har', reportText(reportOf('nginx-header-not-always', 'fix'), 'har'));
  write(
    'login.har',
    reportText(reportOf('preflight-authentication', 'broken'), 'har').replaceAll('_corscope', '_other'),
  );
  write('curl.txt', transcript);
  write('message.txt', message);
  write('cut.har', '{"log": {"entries": [\n{"a');
  const policy = {
    origins: ['https://app.example'],
    methods: ['PUT'],
    headers: [],
    credentials: false,
    routes: ['/open'],
  };
  write('policy.json', JSON.stringify(policy));
  server = await listen(
    () =>
      createServer((request, response) => {
        if (request.url === '/open') response.setHeader('Access-Control-Allow-Origin', '*');
        response.end();
      }),
    0,
  );
  origin = `http://127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const path = (name: string) => join(folder, name);

/** The commands by the names of their files. */
const commands: Readonly<Record<string, readonly [Command, () => readonly string[], OptionValues?]>> = {
  'explain-report': [explain, () => [path('broken.json')]],
  'explain-har': [explain, () => [path('login.har')], { all: true }],
  'explain-curl': [explain, () => [path('curl.txt')]],
  'explain-message': [explain, () => [path('message.txt')]],
  'explain-passed': [explain, () => [path('fixed.har')]],
  fix: [fix, () => [path('broken.json')], { stack: 'nginx' }],
  replay: [replayRequests, () => [path('broken.json')]],
  diff: [diff, () => [path('broken.json'), path('fixed.har')]],
  check: [check, () => [`${origin}/closed`], { origin: 'https://app.example', method: 'PUT' }],
  'check-policy': [check, () => [path('policy.json')], { server: '' }],
};

describe.each(languages)('the output in %s', (language) => {
  test.each(Object.entries(commands))('of %s', async (name, [command, args, values = {}]) => {
    const options = 'server' in values ? { ...values, server: origin } : values;
    const { code, text, notes } = await called(command, args(), options, language);
    const stable = `exit code ${code}\n\n${notes}\n${text}`
      .replaceAll(origin, 'http://localhost:3000')
      .replaceAll(`127.0.0.1:${server.port}`, 'localhost:3000')
      .replaceAll(`${folder}/`, '');
    await expect(stable).toMatchFileSnapshot(`golden/${name}.${language}.txt`);
  });

  test('of a file that cannot be read', async () => {
    const error = await called(explain, [path('cut.har')], {}, language).catch((each: unknown) => each);
    const said = error instanceof Error ? error.message.replaceAll(`${folder}/`, '') : '';
    await expect(`${said}\n`).toMatchFileSnapshot(`golden/cut.${language}.txt`);
  });
});
