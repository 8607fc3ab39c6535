import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/prose';
import { stackWords } from '../../src/prose/stacks';
import { type StackId, stacks } from '../../src/remedy/stacks';
import { writePolicy } from '../../src/remedy/write-policy';
import { installServers } from '../causes/servers/install';
import { isLong } from '../support/is-long';
import proofs from './live/proofs.json' with { type: 'json' };
import { parsers } from './parsers';
import { anyOrigin, simple, whole } from './policies';

const policies = [whole, anyOrigin, simple];
const ids = Object.keys(parsers) as StackId[];

test('every stack is proven live or read by a parser, except those without one here', () => {
  const unread = (Object.keys(stacks) as StackId[]).filter((id) => !(id in proofs) && !(id in parsers));
  // There is no compiler of C# on this machine.
  expect(unread).toEqual(['aspnet']);
});

describe.each(ids)('the text of %s', (id) => {
  const parser = parsers[id]!;

  // PHP is installed with the servers of a long run only.
  test.runIf(isLong || !parser.isLong)(`is valid ${parser.name}, in every language`, () => {
    if (parser.isLong) installServers();
    for (const language of languages) {
      const { comments, places } = stackWords.in(language);
      for (const policy of policies) {
        for (const { text } of writePolicy(id, policy, comments, places[id]).parts) parser.parse(text);
      }
    }
  });
});

test.each(languages)('the command for Amazon S3 passes the rules as JSON, in %s', (language) => {
  const { comments, places } = stackWords.in(language);
  const [part] = writePolicy('s3', whole, comments, places.s3).parts;
  const [command] = /aws s3api .*\}"/.exec(places.s3) ?? [];
  const script = `aws() { printf %s "$6"; }; cat() { printf %s "$RULES"; }; ${command}`;
  const { stdout } = spawnSync('sh', ['-c', script], { env: { RULES: part?.text }, encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual({ CORSRules: JSON.parse(part?.text ?? '') });
});

test('parsers refuse what is not valid', () => {
  const broken = '<?php [ "\'{ (: - a: b: {';
  for (const parser of Object.values(parsers)) {
    if (!isLong && parser.isLong) continue;
    expect(() => parser.parse(broken), parser.name).toThrow();
  }
});
