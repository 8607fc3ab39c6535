import { describe, expect, test } from 'vitest';
import { callSite, scriptUrl } from '../../src/content/call-site';

describe('a call site', () => {
  test('removes the heading of a Chromium stack trace', () => {
    const stack = `Error
    at send (https://a.example/app.js:10:5)
    at https://a.example/app.js:3:1`;
    expect(callSite(stack)?.stack).toEqual([
      'at send (https://a.example/app.js:10:5)',
      'at https://a.example/app.js:3:1',
    ]);
  });

  test('keeps a Firefox stack trace', () => {
    const stack = 'send@https://a.example/app.js:10:5\n@https://a.example/app.js:3:1\n';
    expect(callSite(stack)?.stack).toEqual([
      'send@https://a.example/app.js:10:5',
      '@https://a.example/app.js:3:1',
    ]);
  });

  test('keeps at most twenty lines of a thousand characters', () => {
    const stack = `Error\n${'    at f (https://a.example/app.js:1:1)\n'.repeat(30)}`;
    expect(callSite(stack)?.stack).toHaveLength(20);
    expect(callSite(`Error\n at ${'f'.repeat(5000)}`)?.stack[0]).toHaveLength(1000);
  });

  test('keeps the lines of a page script whatever its name', () => {
    expect(callSite('Error\n    at send (x:1:23)')?.stack).toEqual(['at send (x:1:23)']);
  });

  test.each([null, '', 'Error'])('is null for %j', (stack) => {
    expect(callSite(stack)).toBeNull();
  });
});

// biome-ignore format: a table
test.each([
  // line                                             URL
  ['at send (https://a.example/app.js:10:5)',         'https://a.example/app.js'],
  ['at http://a.example:8080/:3:1',                   'http://a.example:8080/'],
  ['send@about:srcdoc:1:64',                          'about:srcdoc'],
  ['@blob:http://a.example/1-2:1:64',                 'blob:http://a.example/1-2'],
  ['at <anonymous>:1:61',                             null],
])('the script of %j is %j', (line, url) => {
  expect(scriptUrl(line)).toBe(url);
});
