import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonpReading, type NotJsonpBecause, readJsonp } from '../../src/channels/jsonp';
import { corsCheck, type HeaderList } from '../../src/engine';
import type { GlobalCall, ScriptFacts } from '../../src/protocol/page-events';
import { callbackNames } from '../../src/protocol/script-facts';
import { exchangeFacts } from '../support/facts';
import { request } from '../support/request';

const page = 'https://page.example';

/** The page's report of a script. `calls` has the form `name:holds`. */
interface Seen {
  readonly functions?: string;
  readonly calls?: string;
  readonly isInjected?: boolean;
  readonly isRemoved?: boolean;
}

const listOf = (text: string) => text.split(' ').filter((item) => item !== '');

function scriptFacts(
  url: string,
  { functions = '', calls = '', isInjected = true, isRemoved = true }: Seen,
): ScriptFacts {
  const called = listOf(calls).map((call): GlobalCall => {
    const [name = '', holds = 'data'] = call.split(':');
    return { name, holds: holds === 'functions' || holds === 'nothing' ? holds : 'data', size: 16 };
  });
  return { url, isInjected, isRemoved, functions: listOf(functions), calls: called };
}

function read(
  url: string,
  seen: Seen | null,
  type = 'text/javascript',
  headers: HeaderList = [],
): JsonpReading {
  const facts = exchangeFacts(
    [{ url, response: { status: 200, headerList: [['Content-Type', type]] }, requestHeaders: headers }],
    {
      type: 'script',
      origin: page,
    },
  );
  return readJsonp(facts, seen && scriptFacts(url, seen));
}

/** Returns the report of an existing function that the URL names and that was called with data. */
const called = (name: string, part: Seen = {}): Seen => ({ functions: name, calls: name, ...part });

// biome-ignore format: a table
const positives: readonly (readonly [what: string, url: string, seen: Seen | null, functionName: string, type?: string])[] = [
  ['the classic form',                  'https://api.test/login?user=liam&callback=show',                    called('show'),                                  'show'],
  ['jQuery',                            'https://api.test/d?callback=jQuery36107_170000&_=170001',           called('jQuery36107_170000'),                    'jQuery36107_170000'],
  ['jQuery, not observed',              'https://api.test/d?callback=jQuery36107_170000&_=170001',           null,                                            'jQuery36107_170000'],
  ['AngularJS',                         'https://api.test/d?callback=angular.callbacks._0',                  called('angular.callbacks._0'),                  'angular.callbacks._0'],
  ['AngularJS, not observed',           'https://api.test/d?callback=angular.callbacks._0',                  null,                                            'angular.callbacks._0'],
  ['Angular',                           'https://api.test/d?callback=ng_jsonp_callback_0',                   called('ng_jsonp_callback_0'),                   'ng_jsonp_callback_0'],
  ['a name with the time',              'https://api.test/d?callback=show1700000000000',                     null,                                            'show1700000000000'],
  ['the jsonp package',                 'https://api.test/d?callback=__jp0',                                 called('__jp0'),                                 '__jp0'],
  ['fetch-jsonp',                       'https://api.test/d?callback=jsonp_1700000000_81234',                called('jsonp_1700000000_81234'),                'jsonp_1700000000_81234'],
  ['vue-jsonp',                         'https://api.test/d?callback=jsonp_x8k2p',                           called('jsonp_x8k2p'),                           'jsonp_x8k2p'],
  ['Ext JS',                            'https://api.test/d?callback=Ext.data.JsonP.callback1',              called('Ext.data.JsonP.callback1'),              'Ext.data.JsonP.callback1'],
  ['a parameter called cb',             'https://api.test/d?cb=onData',                                      called('onData'),                                'onData'],
  ['a parameter called jsonp',          'https://api.test/d?format=json&jsonp=handle',                       called('handle'),                                'handle'],
  ['jsoncallback',                      'https://photos.test/feeds?format=json&jsoncallback=cb7',            called('cb7'),                                   'cb7'],
  ['an unusual parameter',              'https://suggest.test/s?q=cors&w=window.sug&out=sug',                called('sug'),                                   'sug'],
  ['a name with dots, escaped',         'https://api.test/d?callback=app%2Ecallbacks.done',                  called('app.callbacks.done'),                    'app.callbacks.done'],
  ['an item of a list',                 'https://api.test/d?callback=cbs[12]',                               called('cbs[12]'),                               'cbs[12]'],
  ['a script in the markup',            'https://api.test/d?callback=show',                                  called('show', { isInjected: false, isRemoved: false }), 'show'],
  ['a name in the path',                'https://api.test/rates/callback_812.js',                            called('callback_812'),                          'callback_812'],
  ['no name, called and removed',       'https://photos.test/feeds/public?format=json',                      { calls: 'jsonPhotoFeed' },                      'jsonPhotoFeed'],
  ['a .jsonp extension, not observed',  'https://api.test/weather.jsonp?callback=onWeather',               null,                                            'onWeather'],
  ['JSON type, not observed',           'https://api.test/weather?callback=onWeather',                   null,                                            'onWeather', 'application/json; charset=utf-8'],
  ['called twice',                      'https://api.test/d?callback=show',                                  { functions: 'show', calls: 'show:nothing show' }, 'show'],
];

// biome-ignore format: a table
const negatives: readonly (readonly [what: string, url: string, seen: Seen | null, because: NotJsonpBecause])[] = [
  ['a map, called on load',         'https://maps.test/api/js?key=K&callback=initMap',              { functions: 'initMap', calls: 'initMap:nothing', isRemoved: false }, 'called-without-data'],
  ['a map, called later',           'https://maps.test/api/js?key=K&loading=async&callback=initMap', { functions: 'initMap', isRemoved: false },           'not-called'],
  ['a map without a callback',      'https://maps.test/api/js?key=K&callback=Function.prototype',   { isRemoved: false },                                   'not-a-function'],
  ['a map, not observed',           'https://maps.test/api/js?key=K&callback=initMap',              null,                                                   'no-callback'],
  ['maps.__ib__, not observed',     'https://maps.test/api/js?v=weekly&callback=google.maps.__ib__', null,                                                  'no-callback'],
  ['a captcha with onload',         'https://captcha.test/api.js?onload=onCaptcha&render=explicit', { functions: 'onCaptcha', calls: 'onCaptcha:nothing', isInjected: false, isRemoved: false }, 'called-without-data'],
  ['a captcha, not observed',       'https://captcha.test/api.js?onload=onCaptcha&render=explicit', null,                                                   'no-callback'],
  ['a turnstile',                   'https://challenge.test/v0/api.js?onload=cbReady',              { functions: 'cbReady', isRemoved: false },             'not-called'],
  ['a tag manager',                 'https://tags.test/gtm.js?id=GTM-ABC123&l=dataLayer',           { calls: 'dataLayer.push', isRemoved: false },          'no-callback'],
  ['a tag manager, removed',        'https://tags.test/gtag/js?id=G-1&l=dataLayer',                 { calls: 'gtag dataLayer.push' },                       'no-callback'],
  ['analytics',                     'https://stats.test/analytics.js',                              { calls: 'ga', isRemoved: false },                      'no-callback'],
  ['a pixel',                       'https://connect.test/en_US/fbevents.js',                       { calls: 'fbq' },                                       'no-callback'],
  ['a beacon with a cache buster',  'https://beacon.test/c.js?c1=2&cb=1700000000&ns__t=17',        { isRemoved: true },                                    'no-callback'],
  ['an ad with a random cb',        'https://ads.test/serve?zone=7&cb=8123',                        null,                                                   'no-callback'],
  ['an ad that writes a slot',      'https://ads.test/show_ads.js?callback=adReady',                { isRemoved: false },                                   'not-a-function'],
  ['a bidder without a listener',   'https://bid.test/e/dtb/bid?src=1&callback=__bids',             { functions: '', calls: '' },                           'not-a-function'],
  ['a webpack chunk',               'https://cdn.test/static/3.4f2a.chunk.js',                      { calls: 'webpackJsonp:functions' },                    'no-callback'],
  ['an AMD module',                 'https://cdn.test/lib/jquery.js?bust=v2',                       { calls: 'define:functions' },                          'no-callback'],
  ['a module for a loader',         'https://cdn.test/mod.js?callback=loader.take',                 { functions: 'loader.take', calls: 'loader.take:functions' }, 'called-with-functions'],
  ['an SDK with a version',         'https://sdk.test/js/sdk.js?appId=1&version=v18.0&xfbml=true',  { calls: 'fbAsyncInit:nothing', isRemoved: false },     'no-callback'],
  ['a player',                      'https://video.test/iframe_api',                                { calls: 'onPlayerReady:nothing', isRemoved: false },   'no-callback'],
  ['a library',                     'https://cdn.test/react@18/react.production.min.js',            null,                                                   'no-callback'],
  ['a chat whose script stays',     'https://chat.test/loader.js?account=7',                        { calls: 'chatReady', isRemoved: false },               'no-callback'],
  ['a consent script in markup',    'https://consent.test/cmp.js?lang=en',                          { calls: '__cmp', isInjected: false, isRemoved: false }, 'no-callback'],
];

describe('JSONP', () => {
  const cases = positives.map(([what, ...rest]) => [what, rest] as const);
  test.each(cases)('is recognized: %s', (_, [url, seen, functionName, type]) => {
    expect(read(url, seen, type)).toMatchObject({
      is: 'jsonp',
      functionName,
      basis: seen ? 'observed' : 'inferred',
      from: new URL(url).origin,
    });
  });

  test.each(negatives)('is not recognized: %s', (_, url, seen, because) => {
    expect(read(url, seen)).toEqual({ is: 'not-jsonp', because });
  });

  // biome-ignore format: a table
  test.each([
    [{ type: 'xmlhttprequest' },                                          'not-a-script'],
    [{ origin: 'https://api.test' },                                      'same-origin'],
    [{ origin: null },                                                    'same-origin'],
    [{ end: { how: 'failed', atMs: 1, error: 'net::ERR_FAILED' } },       'not-loaded'],
  ] as const)('is not a script’s exchange with %j', (part, because) => {
    const url = 'https://api.test/d?callback=show';
    const facts = exchangeFacts([{ url }], { type: 'script', origin: page, ...part });
    expect(readJsonp(facts, scriptFacts(url, called('show')))).toEqual({ is: 'not-jsonp', because });
  });

  test('has the parameter, and the number and size of the calls', () => {
    expect(read('https://api.test/d?callback=show', { functions: 'show', calls: 'show show' })).toMatchObject(
      {
        by: 'named-callback',
        parameter: 'callback',
        calls: 2,
        size: 32,
      },
    );
    expect(read('https://photos.test/feed', { calls: 'feed' })).toMatchObject({
      by: 'injected-and-removed',
      calls: 1,
    });
  });

  // biome-ignore format: a table
  test.each([
    // url                                                headers                risks
    ['https://api.test/?callback=jQuery1_2',              [],                    []],
    ['https://api.test/?callback=show',                   [],                    ['fixed-name']],
    ['http://api.test/?callback=jQuery1_2',               [['Cookie', 'a=1']],   ['not-encrypted', 'answers-with-cookies']],
  ] as const)('%s with %j risks %j', (url, headers, risks) => {
    expect(read(url, called(new URL(url).searchParams.get('callback') ?? ''), 'text/javascript', headers)).toMatchObject({ risks });
  });
});

describe('the CORS equivalent of JSONP', () => {
  // biome-ignore format: a table
  test.each([
    // url                                                            instead
    ['https://api.test/d?callback=jQuery1_2',                         'https://api.test/d'],
    ['https://api.test/d?a=%20b&callback=jQuery1_2&_=170001&c',       'https://api.test/d?a=%20b&c'],
    ['https://api.test/d?_=x&callback=jQuery1_2',                     'https://api.test/d?_=x'],
  ])('of %s fetches %s', (url, instead) => {
    expect(read(url, called('jQuery1_2'))).toMatchObject({ instead: { url: instead } });
  });

  test.each([[[]], [[['Cookie', 'a=1']]]] as const)('passes the CORS check, with %j', (headers) => {
    const reading = read('https://api.test/d?callback=show', called('show'), 'text/javascript', headers);
    if (reading.is !== 'jsonp') throw new Error('test: not JSONP');
    const { credentialsMode, responseHeaders: headerList } = reading.instead;
    const corsRequest = request({ origin: page, credentialsMode });
    expect(corsCheck(corsRequest, { status: 200, headerList }).result).toBe('success');
  });
});

test('the CORS equivalent never allows the origin null, even with cookies', () => {
  const url = 'https://api.test/d?callback=show';
  const requestHeaders = [['Cookie', 'a=1']] as const;
  const facts = exchangeFacts([{ url, requestHeaders }], { type: 'script', origin: 'null' });
  expect(readJsonp(facts, scriptFacts(url, called('show')))).toMatchObject({
    instead: { credentialsMode: 'omit', responseHeaders: [['Access-Control-Allow-Origin', '*']] },
  });
});

describe('the callback names in a URL', () => {
  // biome-ignore format: a table
  test.each([
    ['https://a.test/d?x=one&callback=two',              ['two', 'one']],
    ['https://a.test/d?callback=',                       []],
    ['https://a.test/d?callback=1',                      []],
    ['https://a.test/d?callback=alert(1)',               []],
    ['https://a.test/d?callback=%E0%A4%A',               []],
    ['https://a.test/d?format=json&v=true',              []],
    ['https://a.test/d#callback=show',                   []],
    ['https://a.test/jsonp_12',                          ['jsonp_12']],
    [`https://a.test/d?${'a=b&'.repeat(20)}`,            ['b', 'b', 'b', 'b', 'b', 'b', 'b', 'b']],
  ])('of %s are %j', (url, names) => {
    expect(callbackNames(url).map(({ name }) => name)).toEqual(names);
  });

  test('are read from any text without an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })),
        (url) => void read(url, null),
      ),
    );
  });
});
