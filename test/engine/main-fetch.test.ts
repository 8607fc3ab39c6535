import { describe, expect, test } from 'vitest';
import type { FetchRequest } from '../../src/engine';
import { route } from '../../src/engine/main-fetch';
import { request } from '../support/request';

describe('main fetch, step 12', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<FetchRequest>, string, string, string | null]>([
    // what                                  request                                                              step     route                  finding
    ['a same-origin GET',                    { urlList: ['https://page.example/x'] },                             '12.2',  'basic',               null],
    ['the default port is the same origin',  { urlList: ['https://page.example:443/'] },                          '12.2',  'basic',               null],
    ['a same-origin PUT with any header',    { urlList: ['https://page.example/'], method: 'PUT', unsafeHeaderNames: ['x-foo'] }, '12.2', 'basic', null],
    ['mode same-origin, same origin',        { urlList: ['https://page.example/'], mode: 'same-origin' },         '12.2',  'basic',               null],
    ['mode no-cors, same origin',            { urlList: ['https://page.example/'], mode: 'no-cors' },             '12.2',  'basic',               null],
    ['data:',                                { urlList: ['data:text/plain,x'] },                                  '12.2',  'basic',               null],
    ['data: from an opaque origin',          { urlList: ['data:,'], origin: 'null' },                             '12.2',  'basic',               null],
    ['a navigation',                         { mode: 'navigate' },                                                '12.2',  'basic',               null],
    ['a WebSocket',                          { mode: 'websocket', urlList: ['wss://api.example/'] },              '12.2',  'basic',               null],
    ['mode same-origin, another origin',     { mode: 'same-origin' },                                             '12.3',  'network error',       'mode-same-origin'],
    ['mode same-origin to file:',            { mode: 'same-origin', urlList: ['file:///x'] },                     '12.3',  'network error',       'mode-same-origin'],
    ['no-cors',                              { mode: 'no-cors' },                                                 '12.4',  'opaque',              null],
    ['no-cors with redirect mode error',     { mode: 'no-cors', redirectMode: 'error' },                          '12.4',  'network error',       'no-cors-redirect-mode'],
    ['no-cors with redirect mode manual',    { mode: 'no-cors', redirectMode: 'manual' },                         '12.4',  'network error',       'no-cors-redirect-mode'],
    ['no-cors to another scheme',            { mode: 'no-cors', urlList: ['file:///x'] },                         '12.4',  'opaque',              null],
    ['another scheme',                       { urlList: ['ftp://api.example/'] },                                 '12.5',  'network error',       'scheme-not-http'],
    ['a foreign blob:',                      { urlList: ['blob:https://api.example/1'] },                         '12.5',  'network error',       'scheme-not-http'],
    ['text that is not a URL',               { urlList: ['http://['] },                                           '12.5',  'network error',       'scheme-not-http'],
    ['PUT',                                  { method: 'PUT' },                                                   '12.6',  'cors with preflight', null],
    ['lower-case patch',                     { method: 'patch' },                                                 '12.6',  'cors with preflight', null],
    ['an unsafe header',                     { unsafeHeaderNames: ['x-foo'] },                                    '12.6',  'cors with preflight', null],
    ['the use-CORS-preflight flag',          { method: 'POST', useCorsPreflight: true },                          '12.6',  'cors with preflight', null],
    ['GET to another origin',                {},                                                                  '12.7',  'cors',                null],
    ['HEAD to another origin',               { method: 'HEAD' },                                                  '12.7',  'cors',                null],
    ['POST to another origin',               { method: 'POST' },                                                  '12.7',  'cors',                null],
    ['another port',                         { urlList: ['https://page.example:8443/'] },                         '12.7',  'cors',                null],
    ['another scheme of the same host',      { urlList: ['http://page.example/'] },                               '12.7',  'cors',                null],
    ['a subdomain',                          { urlList: ['https://www.page.example/'] },                          '12.7',  'cors',                null],
    ['a sandboxed frame, own server',        { origin: 'null', urlList: ['https://page.example/'] },              '12.7',  'cors',                null],
    ['a sandboxed frame, file:',             { origin: 'null', urlList: ['file:///x'] },                          '12.5',  'network error',       'scheme-not-http'],
    ["back to the page's origin",            { urlList: ['https://api.example/', 'https://page.example/'], responseTainting: 'cors' }, '12.7', 'cors', null],
    ["away from the page's origin",          { urlList: ['https://page.example/', 'https://api.example/'] },      '12.7',  'cors',                null],
    ['a fragment does not matter',           { urlList: ['https://page.example/#x'] },                            '12.2',  'basic',               null],
  ])('%s', (_, part, step, result, finding) => {
    expect(route(request(part))).toMatchObject({ step, result, finding });
  });
});
